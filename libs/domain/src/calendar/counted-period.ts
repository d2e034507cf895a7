import { z } from 'zod';
import { type CompiledCalendar } from './compiled-calendar';
import { addDays, daySchema, yearOf, type Day } from './day';
import { addWorkingDays, isProvisional, rollForward } from './working-days';

/** How the days of a counted period are counted: every day of the calendar, or working days only. */
export const countingUnitSchema = z.enum(['calendar', 'working']);

/** See `countingUnitSchema`. */
export type CountingUnit = z.infer<typeof countingUnitSchema>;

/** A period of N days from a day on (印发之日起30日内, 5个工作日内). `from` is the day of the event and is not counted. */
export const periodCountSchema = z.strictObject({
  from: daySchema,
  n: z.int().min(0).max(10_000),
  unit: countingUnitSchema,
});

/** See `periodCountSchema`. */
export type PeriodCount = z.infer<typeof periodCountSchema>;

/** The outcome of a count, with what has to be stored beside the due day. */
export interface CountedPeriod {
  /** Last day of the period; it ends at 24:00. Always a working day. */
  readonly due: Day;
  /** The last day before it was moved; differs from `due` when that day was off. */
  readonly counted: Day;
  /** True when a calendar published later may still move `due`. */
  readonly provisional: boolean;
  /** The calendar that was counted with. */
  readonly calendarVersion: string;
}

/**
 * Counts a period by 民法典 art. 201–203: the first day is not counted, and a last day that is off moves to the next working
 * day. Not for named dates (年底, 6月底, a printed date): those stay where they are.
 */
export function countedPeriod(count: PeriodCount, calendar: CompiledCalendar): CountedPeriod {
  const working = count.unit === 'working';
  const counted = working ? addWorkingDays(count.from, count.n, calendar) : addDays(count.from, count.n);
  const due = rollForward(counted, calendar);
  // Calendar days do not care whether the days passed are off, only where the count ends.
  const provisional = working ? anyProvisional(count.from, due, calendar) : anyProvisional(counted, due, calendar);
  return { due, counted, provisional, calendarVersion: calendar.version };
}

/** A stretch is provisional if its first or last day or any year end between is; years are settled or not as a whole. */
function anyProvisional(from: Day, to: Day, calendar: CompiledCalendar): boolean {
  if (isProvisional(from, calendar) || isProvisional(to, calendar)) return true;
  for (let year = yearOf(from); year < yearOf(to); year += 1) {
    if (isProvisional(`${String(year)}-12-31`, calendar)) return true;
  }
  return false;
}
