import { CalendarError } from './calendar-error';

/** Milliseconds of a day. */
export const DAY_LENGTH = 86_400_000;

/**
 * Days are counted as whole numbers, 0 = 1970-01-01, in UTC, which has no summer time. The time zone of the machine takes no
 * part, so a result cannot depend on where it was computed.
 */
export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const FIRST_DAY = numberOfCivil(FIRST_YEAR, 1, 1);
/** Number of the last day that there is. */
export const LAST_DAY = numberOfCivil(LAST_YEAR, 12, 31);
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of a `YYYY-MM-DD` text, or null when the text is no existing day of the years 1900–2999. */
export function parseDayNumber(text: string): number | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  return numberOfDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The day number of a year, month and day, or null when they are no existing day of the years 1900–2999. */
export function numberOfDate(year: number, month: number, day: number): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return numberOfCivil(year, month, day);
}

/** As `parseDayNumber`; throws `CALENDAR.DAY_INVALID` for what is no day. */
export function dayNumber(text: string): number {
  const found = parseDayNumber(text);
  if (found === null)
    throw new CalendarError('CALENDAR.DAY_INVALID', `“${text}”不是有效日期，请按“2021-09-30”的格式填写。`);
  return found;
}

/** The `YYYY-MM-DD` text of a day number; throws `CALENDAR.DAY_OUT_OF_RANGE` outside the years 1900–2999. */
export function dayText(value: number): string {
  if (!(value >= FIRST_DAY && value <= LAST_DAY)) {
    throw new CalendarError('CALENDAR.DAY_OUT_OF_RANGE', '推算出的日期超出1900年至2999年，请检查起算日和天数。');
  }
  return new Date(value * DAY_LENGTH).toISOString().slice(0, 10);
}

/** Year, month and day of a day number. */
export function civilOfNumber(value: number): CivilDate {
  const date = new Date(value * DAY_LENGTH);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day number of a year, month and day that exist; the inverse of `civilOfNumber`. */
export function numberOfCivil(year: number, month: number, day: number): number {
  // In months from 2000 on, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return Date.UTC(2000, (year - 2000) * 12 + month - 1, day) / DAY_LENGTH;
}

/** The number of a day in a month counted from year 0. With day null, or a day that the month lacks, its last day. */
export function numberInMonth(monthFromYearZero: number, day: number | null): number {
  const year = Math.floor(monthFromYearZero / 12);
  const month = monthFromYearZero - year * 12 + 1;
  const last = daysInMonth(year, month);
  return numberOfCivil(year, month, Math.min(day ?? last, last));
}

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOfNumber(value: number): number {
  return ((((value + 3) % 7) + 7) % 7) + 1;
}
