import { MAX_MEASURE } from '#domain';
import { WORDS } from '../words';

/** The numbers that a field takes; an open end has no bound. */
export interface NumberRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

const words = WORDS.forms.number;

/** The sentence that says what is allowed instead of the value of a number field; null when nothing is wrong with it. */
export function numberFault(value: number | null | undefined, { min, max }: NumberRange): string | null {
  if (value === null || value === undefined) return null;
  if (Number.isNaN(value)) return words.unread;
  if (max === undefined && Math.abs(value) > MAX_MEASURE) return words.tooLarge;
  const within = value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  return within ? null : rangeWord(min, max);
}

function rangeWord(min?: number, max?: number): string {
  if (min === undefined) return words.upTo(max ?? 0);
  return max === undefined ? words.from(min) : words.between(min, max);
}
