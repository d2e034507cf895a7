import {
  CalendarError,
  type Day,
  daysBetween,
  latestDay,
  type Period,
  periodById,
  type RecurrenceRule,
} from '../calendar';
import { type Terms } from './task.parts';
import { type LimitState, type Move, type Standstill } from './task.state';

/** How a limit recurs, with the day inside each period; null for one that does not. */
export function rhythmOf({ recurrence, dueOn }: Terms): RecurrenceRule | null {
  return recurrence === null ? null : { every: recurrence, dueOn, firstYear: null };
}

/** The period of an id; null for the id of another rhythm: a duty may have had one when a period of it was named. */
export function namedPeriod(rule: RecurrenceRule, id: string): Period | null {
  try {
    return periodById(rule, id);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/** The days that are lost in a standstill of what begins, or got its day, on one of several days. */
export function daysLost({ from, to }: Standstill, ...begins: readonly Day[]): number {
  return Math.max(0, daysBetween(latestDay([from, ...begins]) ?? from, to));
}

/** The moves of a limit itself; those of single periods stand in its chain too. */
export function ownChain({ chain }: Pick<LimitState, 'chain'>): readonly Move[] {
  return chain.filter(({ period }) => period === null);
}
