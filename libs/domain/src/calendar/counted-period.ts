import { z } from 'zod';
import { type CompiledCalendar } from './compiled-calendar';
import { addDays, addMonths, daySchema, yearOf, type Day } from './day';
import { addWorkingDays, isProvisional, rollForward } from './working-days';

/** What a period is counted in. Years are counted as twelve months, weeks as seven calendar days. */
export const countingUnitSchema = z.enum(['calendar-day', 'working-day', 'month']);

/** See `countingUnitSchema`. */
export type CountingUnit = z.infer<typeof countingUnitSchema>;

/** A period of `n` units from a day on (印发之日起30日内, 5个工作日内). `from` is the day of the event and is not counted. */
export const periodCountSchema = z.strictObject({
  from: daySchema,
  n: z.int().min(0).max(10_000),
  unit: countingUnitSchema,
});

/** See `periodCountSchema`. */
export type PeriodCount = z.infer<typeof periodCountSchema>;

/** The outcome of a count, with what has to be stored beside the due day. */
export interface CountedPeriod {
  /** Last day of the period, which ends at 24:00. Always a working day. */
  readonly due: Day;
  /** Where the count ended. If that is a day off, `due` is the next working day. */
  readonly counted: Day;
  /** True when a calendar published later may still move `due`. */
  readonly provisional: boolean;
  /** Version of the calendar that was counted with. */
  readonly calendarVersion: string;
}

/**
 * Counts a period by 民法典 art. 201–203: the first day is not counted, months end on the same day of the last month, and a
 * last day that is off moves to the next working day. Not for named dates (年底, 6月底, a printed date), which do not move.
 * Throws `CALENDAR.DAY_OUT_OF_RANGE` when the period ends after 2999.
 */
export function countedPeriod(count: PeriodCount, calendar: CompiledCalendar): CountedPeriod {
  const counted = lastCounted(count, calendar);
  const due = rollForward(counted, calendar);
  // A count of working days depends on every day passed; other counts only on where they end.
  const provisional = anyProvisional(count.unit === 'working-day' ? count.from : counted, due, calendar);
  return { due, counted, provisional, calendarVersion: calendar.version };
}

function lastCounted({ from, n, unit }: PeriodCount, calendar: CompiledCalendar): Day {
  switch (unit) {
    case 'working-day':
      return addWorkingDays(from, n, calendar);
    case 'month':
      return addMonths(from, n);
    case 'calendar-day':
      return addDays(from, n);
  }
}

/** A year is settled or provisional as a whole, so the two ends and the last day of each year between them are enough. */
function anyProvisional(from: Day, to: Day, calendar: CompiledCalendar): boolean {
  if (isProvisional(from, calendar) || isProvisional(to, calendar)) return true;
  for (let year = yearOf(from); year < yearOf(to); year += 1) {
    if (isProvisional(`${String(year)}-12-31`, calendar)) return true;
  }
  return false;
}
