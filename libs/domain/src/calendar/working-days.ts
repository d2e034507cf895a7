import { CalendarError } from './calendar-error';
import { mayStillChange, workingDaysUpTo, worksOn, type CompiledCalendar } from './compiled-calendar';
import { wholeNumber, type Day } from './day';
import { dayNumber, dayText } from './day-number';

/** Does the office work on the day? */
export function isWorkingDay(day: Day, calendar: CompiledCalendar): boolean {
  return worksOn(dayNumber(day), calendar);
}

/** May a later notice still change whether the day works? See `mayStillChange`. */
export function isProvisional(day: Day, calendar: CompiledCalendar): boolean {
  return mayStillChange(dayNumber(day), calendar);
}

/**
 * The n-th working day after `from`; `from` itself is not counted (民法典 art. 201). With n = 0 it is `from` or, when that is
 * off, the next working day. Always a working day. Throws `CALENDAR.COUNT_INVALID` for n < 0 or a fraction.
 */
export function addWorkingDays(from: Day, n: number, calendar: CompiledCalendar): Day {
  if (checkedCount(n) === 0) return rollForward(from, calendar);
  return dayText(walk(dayNumber(from), n, 1, calendar));
}

/**
 * The n-th working day before `day`; `day` itself is not counted. With n = 0 it is `day` or, when that is off, the working
 * day before. Always a working day. Throws `CALENDAR.COUNT_INVALID` for n < 0 or a fraction.
 */
export function workingDaysBefore(day: Day, n: number, calendar: CompiledCalendar): Day {
  if (checkedCount(n) === 0) return rollBackward(day, calendar);
  return dayText(walk(dayNumber(day), n, -1, calendar));
}

/**
 * Working days after `from` up to and including `to`; negative, counted the other way round, when `to` is earlier. Inverse of
 * `addWorkingDays`: from any day, n ≥ 1 working days on are n working days apart.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: CompiledCalendar): number {
  return workingDaysUpTo(dayNumber(to), calendar) - workingDaysUpTo(dayNumber(from), calendar);
}

/** The day itself if it works, else the next working day (民法典 art. 203). */
export function rollForward(day: Day, calendar: CompiledCalendar): Day {
  return dayText(walk(dayNumber(day) - 1, 1, 1, calendar));
}

/** The day itself if it works, else the working day before. */
export function rollBackward(day: Day, calendar: CompiledCalendar): Day {
  return dayText(walk(dayNumber(day) + 1, 1, -1, calendar));
}

/** The n-th working day after a day number, or before it with a step of -1. */
function walk(from: number, n: number, step: 1 | -1, calendar: CompiledCalendar): number {
  let day = from;
  for (let left = n; left > 0;) {
    day += step;
    if (worksOn(day, calendar)) left -= 1;
  }
  return day;
}

function checkedCount(n: number): number {
  if (wholeNumber(n) < 0) throw new CalendarError('CALENDAR.COUNT_INVALID', '天数不能为负数，请重新填写。');
  return n;
}
