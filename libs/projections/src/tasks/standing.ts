import { sql } from 'kysely';
import {
  addDays,
  addWorkingDays,
  type CompiledCalendar,
  type Day,
  ENDED,
  type Ending,
  isSuspended,
  type Lamp,
  lampOf,
  lateDays,
  NEAR_WORKING_DAYS,
  remainingWorkingDays,
  type SparedDays,
  SUSPENDED,
  type TaskStatus,
} from '#domain';
import { allOf, anyOf, type Condition } from '../queries/sight-filter';

/** How something stands on a day. */
export interface Standing {
  readonly lamp: Lamp;
  readonly remainingWorkingDays: number | null;
}

/** The day that standings are of. */
export interface OnDay {
  readonly today: Day;
  readonly calendar: CompiledCalendar;
}

/** What a task's lamp looks at, as its row keeps it: see the domain's `lampClockOf`. */
export interface LampDays {
  readonly lamp_due: Day | null;
  readonly lamp_stopped: Day | null;
  readonly lamp_spared: readonly SparedDays[];
}

/** A day that something is due on, until when its clock ran (null: it runs), and the days that do not count. */
export interface DueClock {
  readonly due: Day;
  readonly stopped: Day | null;
  readonly spared: readonly SparedDays[];
}

/**
 * The working days left on a day; after the due day, negative, those by which it is late. Days of a check, of the closing or of a suspension
 * are not the unit's: a list had said 逾期 8 of what was escalated with 逾期 5.
 */
export function daysLeft({ due, stopped, spared }: DueClock, { today, calendar }: OnDay): number {
  const by = stopped !== null && stopped < today ? stopped : today;
  return by > due ? 0 - lateDays({ due, spared }, by, calendar) : remainingWorkingDays(by, due, calendar);
}

/** How a task stands. One that was late and is done is late by the days that it took. */
export function taskStanding(
  status: TaskStatus,
  { lamp_due: due, lamp_stopped: stopped, lamp_spared: spared }: LampDays,
  on: OnDay,
): Standing {
  const { calendar } = on;
  const ending = endingOf(status);
  if (ending !== null) return { lamp: ending, remainingWorkingDays: null };
  const today = stopped !== null && stopped < on.today ? stopped : on.today;
  return {
    lamp: lampOf({ due, today, done: false, suspended: isSuspended({ status }) }, calendar),
    remainingWorkingDays: due === null ? null : daysLeft({ due, stopped, spared }, on),
  };
}

/** How a task has ended; null while it goes on. */
export function endingOf(status: TaskStatus): Ending | null {
  return status === 'closed' || status === 'terminated' || status === 'voided' ? status : null;
}

/** Tasks (`t`) that have ended. */
export const HAS_ENDED = sql`t.status in (${sql.join([...ENDED])})`;

/** Tasks (`t`) whose clocks stand still. */
export const IS_SUSPENDED = sql`t.status = any(${SUSPENDED}::text[])`;

/** The last day on which the lamp of today is `near`: the day before one more working day than that is left. */
export function lastNearDay({ today, calendar }: OnDay): Day {
  return addDays(addWorkingDays(today, NEAR_WORKING_DAYS + 1, calendar), -1);
}

/** Tasks (`t`) with one of the lamps: the same rule as `taskStanding`, for the database. A task that has ended or is suspended has no day
 * for its lamp. */
export function lampIs(lamps: readonly Lamp[], day: OnDay): Condition {
  return anyOf(lamps.map((lamp) => oneLamp(lamp, day)));
}

function oneLamp(lamp: Lamp, day: OnDay): Condition {
  switch (lamp) {
    case 'closed':
    case 'terminated':
    case 'voided':
      return sql`t.status = ${lamp}`;
    case 'suspended':
      return IS_SUSPENDED;
    case 'late':
      return sql`t.lamp_due < ${day.today}::date`;
    case 'near':
      return sql`t.lamp_due between ${day.today}::date and ${lastNearDay(day)}::date`;
    case 'normal':
      return allOf([
        sql`not ${HAS_ENDED}`,
        sql`not ${IS_SUSPENDED}`,
        // A draft is nobody's yet, and has no lamp.
        sql`t.status <> 'draft'`,
        sql`(t.lamp_due is null or t.lamp_due > ${lastNearDay(day)}::date)`,
      ]);
  }
}
