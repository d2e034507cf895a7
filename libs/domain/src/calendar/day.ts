import { z } from 'zod';
import { CalendarError } from './calendar-error';
import {
  civilOfNumber,
  dayNumber,
  dayText,
  LAST_DAY,
  numberInMonth,
  numberOfDate,
  parseDayNumber,
  weekdayOfNumber,
} from './day-number';

/**
 * A day, `YYYY-MM-DD`, of the years 1900–2999. It is a plain text, so that days compare and sort as texts; the functions of the
 * calendar throw `CALENDAR.DAY_INVALID` for a text that is no day.
 */
export const daySchema = z
  .string()
  .refine((text) => parseDayNumber(text) !== null, '日期不存在，请按“2021-09-30”的格式填写实际的日期。')
  .meta({ format: 'date', description: '日期，格式 YYYY-MM-DD' });

/** See `daySchema`. */
export type Day = z.infer<typeof daySchema>;

/** Weekday by ISO 8601: 1 = Monday … 7 = Sunday. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS: readonly DayOfWeek[] = [1, 2, 3, 4, 5, 6, 7];

/** Is the text a day that exists? */
export function isDay(text: string): boolean {
  return parseDayNumber(text) !== null;
}

/** The day of a year, month (1–12) and day, or null when there is none (30 February) or the year is outside 1900–2999. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const number = numberOfDate(year, month, day);
  return number === null ? null : dayText(number);
}

/** The day `days` calendar days later (earlier when negative). Throws `CALENDAR.COUNT_INVALID` for a fraction. */
export function addDays(day: Day, days: number): Day {
  return dayText(dayNumber(day) + wholeNumber(days));
}

/**
 * The same day of the month, `months` months later (earlier when negative); the last day of the month where that lacks it
 * (31 January + 1 = 28 February). Throws `CALENDAR.COUNT_INVALID` for a fraction.
 */
export function addMonths(day: Day, months: number): Day {
  const from = civilOfNumber(dayNumber(day));
  return dayText(numberInMonth(from.year * 12 + from.month - 1 + wholeNumber(months), from.day));
}

/**
 * A day moved on by so many calendar days; it stays where it is when that would lead beyond the calendar. For days that follow from
 * events: a year mistyped as 2999 stopped every projection when its task was suspended.
 */
export function movedOn(day: Day, days: number): Day {
  const moved = dayNumber(day) + wholeNumber(days);
  return moved > LAST_DAY ? day : dayText(moved);
}

/** The latest of some days; null when none is given. */
export function latestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce((latest, day) => (latest === null || (day !== null && day > latest) ? day : latest), null);
}

/** Calendar days from one day to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The weekday, 1 = Monday … 7 = Sunday. */
export function dayOfWeek(day: Day): DayOfWeek {
  return WEEKDAYS[weekdayOfNumber(dayNumber(day)) - 1] ?? 1;
}

/** The last day of the day's month. */
export function endOfMonth(day: Day): Day {
  const { year, month } = civilOfNumber(dayNumber(day));
  return dayText(numberInMonth(year * 12 + month - 1, null));
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return civilOfNumber(dayNumber(day)).year;
}

/** The value itself; throws `CALENDAR.COUNT_INVALID` unless it is a whole number. */
export function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new CalendarError('CALENDAR.COUNT_INVALID', '天数必须是整数，请重新填写。');
  return value;
}
