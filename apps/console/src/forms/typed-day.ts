import { type Day, dayOf, yearOf } from '#domain';
import { plainTyping } from './plain-typing';

interface Bearings {
  /** The day that it is: a day without a year is of its year. */
  readonly today: Day;
  /** True where only a day to come is asked for: a day without a year that has passed is of the next one. */
  readonly toCome: boolean;
}

const FULL = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$|^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$|^(\d{4})(\d{2})(\d{2})$/u;
const WITHOUT_YEAR = /^(\d{1,2})[-/.](\d{1,2})$|^(\d{1,2})月(\d{1,2})[日号]?$/u;

/**
 * The day that a text names in one of the forms in which people write days: `2026-12-31`, `2026/12/31`, `2026.12.31`,
 * `2026年12月31日`, `20261231`, `12-31`, `12月31日`, also in full-width signs. Null when it names none.
 */
export function typedDay(text: string, { today, toCome }: Bearings): Day | null {
  const plain = plainTyping(text);
  const full = numbersIn(FULL, plain);
  if (full !== null) return dayOf(full[0] ?? 0, full[1] ?? 0, full[2] ?? 0);
  const [month = 0, day = 0] = numbersIn(WITHOUT_YEAR, plain) ?? [];
  const thisYear = dayOf(yearOf(today), month, day);
  const passed = thisYear === null || thisYear < today;
  return toCome && passed ? dayOf(yearOf(today) + 1, month, day) : thisYear;
}

/** The numbers that the pattern captures, in their order; null where it does not match. */
function numbersIn(pattern: RegExp, text: string): number[] | null {
  const [, ...captured] = pattern.exec(text) ?? [];
  const numbers = captured.filter((each) => /^\d+$/u.test(each)).map(Number);
  return numbers.length === 0 ? null : numbers;
}
