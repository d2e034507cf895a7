import { civilOfNumber, dayNumber, numberOfCivil, weekdayOfNumber } from './day-number';
import { type WorkCalendar } from './work-calendar';

/**
 * A calendar made ready for counting. Every day has a rank: the number of working days up to and including it, counted from
 * the first week of 1970. Plain weekends give the rank by arithmetic, the exceptions add a running balance, so that rank and
 * its inverse cost one binary search over the exceptions, however far apart two days are.
 */
export interface CompiledCalendar {
  /** Version of the value it was made from; this is what events pin. */
  readonly version: string;
  readonly region: string;
  /** Day numbers that differ from plain weekends, ascending. */
  readonly exceptions: readonly number[];
  /** Working days more (or, negative, fewer) than plain weekends say, up to and including each exception. */
  readonly balances: readonly number[];
  /** Rank of each exception. */
  readonly ranks: readonly number[];
  /** Years whose arrangement is published. */
  readonly settledYears: ReadonlySet<number>;
}

/** Compiles a calendar value; do it once and pass the result on. Expects a value that passed `workCalendarSchema`. */
export function compileCalendar(calendar: WorkCalendar): CompiledCalendar {
  const marks = Object.values(calendar.years)
    .flatMap((year) => [
      ...year.off.map((day) => ({ at: dayNumber(day), change: -1 })),
      ...year.work.map((day) => ({ at: dayNumber(day), change: 1 })),
    ])
    .sort((a, b) => a.at - b.at);
  let balance = 0;
  const balances = marks.map((mark) => (balance += mark.change));
  const exceptions = marks.map((mark) => mark.at);
  const ranks = exceptions.map((at, index) => plainRank(at) + (balances[index] ?? 0));
  const settled = Object.entries(calendar.years).filter(([, year]) => !year.provisional);
  return {
    version: calendar.version,
    region: calendar.region,
    exceptions,
    balances,
    ranks,
    settledYears: new Set(settled.map(([year]) => Number(year))),
  };
}

/** Working days up to and including a day number. */
export function rankOf(value: number, calendar: CompiledCalendar): number {
  const next = lowerBound(calendar.exceptions, value + 1);
  return plainRank(value) + (calendar.balances[next - 1] ?? 0);
}

/** The working day of a rank, as day number; `rankOf` of it is the rank, and of the day before one less. */
export function dayOfRank(rank: number, calendar: CompiledCalendar): number {
  const next = lowerBound(calendar.ranks, rank);
  const plain = plainDay(rank - (calendar.balances[next - 1] ?? 0));
  // Between two exceptions plain arithmetic holds; if it runs past the next one, that one is the day itself.
  return Math.min(plain, calendar.exceptions[next] ?? Number.POSITIVE_INFINITY);
}

/** Does the day number work? */
export function worksOn(value: number, calendar: CompiledCalendar): boolean {
  const at = lowerBound(calendar.exceptions, value);
  const plain = weekdayOfNumber(value) <= 5;
  return calendar.exceptions[at] === value ? !plain : plain;
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

/** Weekdays up to and including the day, counted so that Thursday 1970-01-01 has rank 4. */
function plainRank(value: number): number {
  const fromMonday = value + 3;
  const week = Math.floor(fromMonday / 7);
  return week * 5 + Math.min(fromMonday - week * 7 + 1, 5);
}

/** The weekday of a plain rank. */
function plainDay(rank: number): number {
  const week = Math.floor((rank - 1) / 5);
  return week * 7 + (rank - 1 - week * 5) - 3;
}

/** First index whose value is not below the target; the length when there is none. */
function lowerBound(values: readonly number[], target: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? target) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
