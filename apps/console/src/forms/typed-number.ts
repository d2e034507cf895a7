import { plainTyping } from './plain-typing';

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u;
const PLAIN = /^-?(\d+(\.\d*)?|\.\d+)$/u;

/**
 * The number that a text says, also in full-width digits, with thousands set apart or with the unit behind it; null when it says
 * none.
 * @param unit that stands behind the field; empty for none
 */
export function typedNumber(text: string, unit: string): number | null {
  const plain = withoutUnit(plainTyping(text), plainTyping(unit));
  if (GROUPED.test(plain)) return Number(plain.replaceAll(',', ''));
  return PLAIN.test(plain) ? Number(plain) : null;
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}
