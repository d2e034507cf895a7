import { workingDaysBetween, type CompiledCalendar, type Day } from '../calendar';

/**
 * A lamp (亮灯) by date. The word is the fact; which colour it has is the office's configuration. A task that ended without being
 * closed says so by a lamp of its own: counted as closed, it would lift the share of what was done.
 */
export type Lamp = 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';

/** Working days before the due day from which the lamp is `near`, the due day itself being 0. */
export const NEAR_WORKING_DAYS = 3;

/** What a lamp is read from. */
export interface LampInput {
  /** Null for a limit without a date: never near, never late. */
  readonly due: Day | null;
  readonly today: Day;
  readonly done: boolean;
  readonly suspended: boolean;
}

/**
 * The lamp of a limit on a day: `closed` when done; `suspended` while its clock stands still; `late` after the due day (by the
 * calendar: a named date does not move); `near` with `NEAR_WORKING_DAYS` working days or fewer left; else `normal`.
 */
export function lampOf({ due, today, done, suspended }: LampInput, calendar: CompiledCalendar): Lamp {
  if (done) return 'closed';
  if (suspended) return 'suspended';
  if (due === null) return 'normal';
  if (today > due) return 'late';
  return remainingWorkingDays(today, due, calendar) <= NEAR_WORKING_DAYS ? 'near' : 'normal';
}

/**
 * Working days left after today up to and including the due day; after the due day, negative, the working days gone since it.
 * 0 on the due day, and on days off between it and the nearest working day.
 */
export function remainingWorkingDays(today: Day, due: Day, calendar: CompiledCalendar): number {
  return workingDaysBetween(today, due, calendar);
}
