import { CalendarError } from './calendar-error';

/**
 * Days are counted as whole numbers, 0 = 1970-01-01, by the rules of the Gregorian calendar alone. No Date object and no
 * time zone takes part, so a result cannot depend on the machine it was computed on.
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
const DAYS_PER_ERA = 146_097;
/** From 0000-03-01, where the arithmetic starts, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
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
  const { year, month, day } = civilOfNumber(value);
  if (!Number.isSafeInteger(value) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new CalendarError('CALENDAR.DAY_OUT_OF_RANGE', '推算出的日期超出1900年至2999年，请检查起算日和天数。');
  }
  return `${String(year)}-${pad(month)}-${pad(day)}`;
}

/** Year, month and day of a day number (days of the civil calendar, counted in eras of 400 years from 1 March). */
export function civilOfNumber(value: number): CivilDate {
  const shifted = value + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day number of a year, month and day that exist; the inverse of `civilOfNumber`. */
export function numberOfCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
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

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
