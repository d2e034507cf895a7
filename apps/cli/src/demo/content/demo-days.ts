import {
  addDays,
  addWorkingDays,
  type CompiledCalendar,
  type Day,
  daysBetween,
  endOfMonth,
  isWorkingDay,
  rollForward,
  workingDaysBefore,
} from '#domain';

/** How long the demonstration's year is, in days. */
const YEAR = 365;

/** The days of the year that is played. */
export interface DemoDays {
  /** The first day: a working day a year before today. */
  readonly first: Day;
  /** The last day on which people act: the working day before today, so that nothing they do lies ahead of the clock. */
  readonly last: Day;
  readonly today: Day;
  /** So many working days after the last day; before it when negative. */
  workday(offset: number): Day;
  /** So many working days after any day. */
  after(day: Day, workingDays: number): Day;
  /** So many working days before any day; with 0 the day itself or the working day before. */
  before(day: Day, workingDays: number): Day;
  /** The working days before and after the long rest of 春节; null where the year has none that the calendar knows. */
  readonly springFestival: { readonly before: Day; readonly after: Day } | null;
  /** The end of the month that comes so many months after the first day's month. */
  monthEnd(months: number): Day;
}

/** The days of the year that ends today. */
export function demoDays(today: Day, calendar: CompiledCalendar): DemoDays {
  const first = rollForward(addDays(today, -YEAR), calendar);
  const last = workingDaysBefore(today, 1, calendar);
  return {
    first,
    last,
    today,
    workday: (offset) =>
      offset < 0 ? workingDaysBefore(last, -offset, calendar) : addWorkingDays(last, offset, calendar),
    after: (day, workingDays) => addWorkingDays(day, workingDays, calendar),
    before: (day, workingDays) => workingDaysBefore(day, workingDays, calendar),
    springFestival: springFestivalIn(first, last, calendar),
    monthEnd: (months) => {
      let end = endOfMonth(first);
      for (let passed = 0; passed < months; passed += 1) end = endOfMonth(addDays(end, 1));
      return end;
    },
  };
}

/** 春节 falls into these weeks, month and day; the rest of it is the longest in them. */
const EARLIEST_FESTIVAL = '01-15';
const LATEST_FESTIVAL = '03-05';
/** Days without work in a row that no weekend has. */
const LONG_REST = 5;

function springFestivalIn(first: Day, last: Day, calendar: CompiledCalendar): DemoDays['springFestival'] {
  let before = first;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    if (isInFestivalWeeks(before) && isInFestivalWeeks(day) && daysBetween(before, day) > LONG_REST) {
      return { before, after: day };
    }
    before = day;
  }
  return null;
}

function isInFestivalWeeks(day: Day): boolean {
  const monthAndDay = day.slice(5);
  return monthAndDay >= EARLIEST_FESTIVAL && monthAndDay <= LATEST_FESTIVAL;
}

/** 2026年3月底前: how a document writes the end of a month as a limit. */
export function byMonthEnd(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月底前`;
}

/** 2026年3月9日前: how a document writes a day as a limit. */
export function byDay(day: Day): string {
  return `${inWords(day)}前`;
}

/** 2026年3月9日. */
export function inWords(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
