import { type Day, dayOf, yearOf } from '#domain';
import { WORDS } from '../words';
import { plainTyping } from './plain-typing';

interface Bearings {
  /** The day that it is: a day without a year is of its year. */
  readonly today: Day;
  /** True where only a day to come is asked for: a day without a year that has passed is of the next one. */
  readonly toCome: boolean;
}

const { betweenParts, afterDay } = WORDS.forms.day.signs;
const BETWEEN = new RegExp(`[/.${betweenParts}]`, 'gu');
const AFTER = new RegExp(`[${afterDay}]$`, 'u');
const APART = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/u;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/u;

/**
 * The day that a text names in one of the forms in which people write days: `2026-12-31`, `2026/12/31`, `2026.12.31`,
 * `2026年12月31日`, `20261231`, `12-31`, `12月31日`, also in full-width signs. Null when it names none.
 */
export function typedDay(text: string, { today, toCome }: Bearings): Day | null {
  const plain = plainTyping(text).replace(BETWEEN, '-').replace(AFTER, '');
  const found = APART.exec(plain) ?? TOGETHER.exec(plain);
  if (found === null) return null;
  const [, year, month, day] = found;
  const inYear = (each: number): Day | null => dayOf(each, Number(month), Number(day));
  if (year !== undefined) return inYear(Number(year));
  const thisYear = inYear(yearOf(today));
  const passed = thisYear === null || thisYear < today;
  return toCome && passed ? inYear(yearOf(today) + 1) : thisYear;
}
