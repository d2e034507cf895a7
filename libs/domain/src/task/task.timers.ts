import { type CompiledCalendar, type RecurrenceRule } from '../calendar';
import { type Ladder, type PlannedTimer, planPeriodOpening, planTimers } from '../ladder';
import { RUNNING_STATUSES } from './lifecycle';
import { openLimits } from './task.limits';
import { type LimitState, type TaskState } from './task.state';

/** Timers of a limit never count from before the limit's own moment, so the plan as a whole has no beginning. */
const FROM_THE_BEGINNING = '1970-01-01T00:00:00.000Z';

/**
 * Every timer that a task's state asks for and that has not fired: the rungs of its open limits and the next period of
 * its recurring ones. A limit is never reminded of a rung below one that has fired: after a standstill only the last of those
 * missed is told. The same state always gives the same plan; keeping timers means keeping rows equal to it.
 */
export function timersOfTask(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  ladder: Ladder,
): readonly PlannedTimer[] {
  const fired = new Set(state.firedTimers);
  const limits = openLimits(state);
  const rungs = planTimers({ taskId, cycle: state.cycle, limits, armedAt: FROM_THE_BEGINNING, calendar, ladder });
  const reached = lastFired(rungs, fired);
  const ahead = rungs.filter(
    (timer) => !fired.has(timer.timerId) && timer.fireAt >= (reached.get(climbOf(timer)) ?? ''),
  );
  return [...ahead, ...periodOpenings(taskId, state)];
}

/** The moment up to which each limit (or period of one) has climbed. */
function lastFired(rungs: readonly PlannedTimer[], fired: ReadonlySet<string>): ReadonlyMap<string, string> {
  // Rungs come by moment, so the last one of each limit stays.
  return new Map(rungs.filter(({ timerId }) => fired.has(timerId)).map((timer) => [climbOf(timer), timer.fireAt]));
}

function climbOf({ limitId, period }: PlannedTimer): string {
  return `${limitId} ${period ?? ''}`;
}

function periodOpenings(taskId: string, state: TaskState): PlannedTimer[] {
  if (!RUNNING_STATUSES.has(state.status)) return [];
  return state.limits.flatMap((limit) => nextOpening(taskId, limit) ?? []);
}

/** The opening of a recurring limit's next period; null for one that does not recur, has not begun, has ended or is done. */
export function nextOpening(taskId: string, limit: LimitState): PlannedTimer | null {
  const { limitId, lastPeriod, armedAt, due, done } = limit;
  const recurrence = rhythmOf(limit);
  if (recurrence === null || armedAt === null || done !== null) return null;
  return planPeriodOpening({ taskId, limitId, recurrence, lastPeriod, armedAt, until: due });
}

/** How a limit recurs, with the day inside each period; null for one that does not. */
export function rhythmOf({ recurrence, dueOn }: LimitState): RecurrenceRule | null {
  return recurrence === null ? null : { every: recurrence, dueOn, firstYear: null };
}
