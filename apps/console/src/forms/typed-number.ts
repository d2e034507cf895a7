import { WORDS } from '../words';
import { plainTyping } from './plain-typing';

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u;
const PLAIN = /^-?(\d+(\.\d*)?|\.\d+)$/u;

const { before, after } = WORDS.forms.number.about;
const ABOUT_BEFORE = new RegExp(`^(${before})`, 'u');
const ABOUT_AFTER = new RegExp(`(${after})$`, 'u');

/**
 * The number that a text says, also in full-width digits, with thousands set apart, with the unit behind it or as 约96.5％ and 96.5％左右;
 * null when it says none.
 * @param unit that stands behind the field; empty for none
 */
export function typedNumber(text: string, unit: string): number | null {
  const plain = withoutUnit(exactly(text), plainTyping(unit));
  if (GROUPED.test(plain)) return Number(plain.replaceAll(',', ''));
  return PLAIN.test(plain) ? Number(plain) : null;
}

/** True for a text that says of its number that it is not exact, which no figure keeps. */
export function saysAbout(text: string): boolean {
  return exactly(text) !== plainTyping(text);
}

function exactly(text: string): string {
  return plainTyping(text).replace(ABOUT_BEFORE, '').replace(ABOUT_AFTER, '');
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}
