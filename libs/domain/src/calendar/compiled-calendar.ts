import { civilOfNumber, dayNumber, numberOfCivil, weekdayOfNumber } from './day-number';
import { type WorkCalendar } from './work-calendar';

/** A calendar made ready for counting: its days as numbers, whatever their year. */
export interface CompiledCalendar {
  /** Version of the value it was made from; events name their calendar by it. */
  readonly version: string;
  readonly region: string;
  /** Weekdays that do not work. */
  readonly off: ReadonlySet<number>;
  /** Weekend days that work. */
  readonly work: ReadonlySet<number>;
  /** Years whose arrangement is published. */
  readonly settledYears: ReadonlySet<number>;
}

/** Compiles a calendar value; do it once and pass the result on. Expects a value that passed `workCalendarSchema`. */
export function compileCalendar({ version, region, years }: WorkCalendar): CompiledCalendar {
  const all = Object.values(years);
  const settled = Object.entries(years).filter(([, { provisional }]) => !provisional);
  return {
    version,
    region,
    off: new Set(all.flatMap((year) => year.off.map(dayNumber))),
    work: new Set(all.flatMap((year) => year.work.map(dayNumber))),
    settledYears: new Set(settled.map(([year]) => Number(year))),
  };
}

/** Does the day number work? */
export function worksOn(value: number, { off, work }: CompiledCalendar): boolean {
  return weekdayOfNumber(value) <= 5 ? !off.has(value) : work.has(value);
}

/** Working days up to and including a day number. The count begins at an arbitrary day, so only differences have a meaning. */
export function workingDaysUpTo(value: number, { off, work }: CompiledCalendar): number {
  return weekdaysUpTo(value) - countUpTo(value, off) + countUpTo(value, work);
}

/**
 * May a later notice still change the day? True in a year that is unknown or provisional, and from 26 December of the year
 * before one: New Year's Day is arranged with the new year and has moved days of the old (2018-12-29 worked, 2018-12-31 did not).
 */
export function mayStillChange(value: number, calendar: CompiledCalendar): boolean {
  const { year } = civilOfNumber(value);
  if (!calendar.settledYears.has(year)) return true;
  return value >= numberOfCivil(year, 12, 26) && !calendar.settledYears.has(year + 1);
}

/** Mondays to Fridays up to and including a day number. */
function weekdaysUpTo(value: number): number {
  const weekday = weekdayOfNumber(value);
  const monday = value - weekday + 1;
  return ((monday - FIRST_MONDAY) / 7) * 5 + Math.min(weekday, 5);
}

/** 1970-01-05. */
const FIRST_MONDAY = 4;

function countUpTo(value: number, days: ReadonlySet<number>): number {
  let count = 0;
  for (const day of days) if (day <= value) count += 1;
  return count;
}
