import { type Day } from '../calendar';
import { type OpenLimit } from '../ladder';
import { RUNNING_STATUSES } from './lifecycle';
import { type LimitState, type TaskState } from './task.state';

/** The limits whose clock runs: dated and not done, or recurring with an open period, while a unit has the task. */
export function openLimits(state: TaskState): OpenLimit[] {
  if (!RUNNING_STATUSES.has(state.status)) return [];
  return state.limits.flatMap(openLimit);
}

function openLimit({ limitId, armedAt, due, done, recurrence, openPeriods }: LimitState): OpenLimit[] {
  if (armedAt === null || done !== null) return [];
  if (recurrence !== null) return openPeriods.map((period) => ({ limitId, ...period }));
  return due === null ? [] : [{ limitId, period: null, due, armedAt }];
}

/**
 * The due day of a task: its last dated limit that is not done, else the last one at all; for a task of recurring limits
 * only, the end of the nearest open period. Null when nothing is dated.
 */
export function dueDayOf(state: TaskState): Day | null {
  const open = state.limits.filter((limit) => limit.done === null);
  const dated = lastDay(open) ?? lastDay(state.limits);
  if (dated !== null) return dated;
  const periods = state.limits.flatMap((limit) => limit.openPeriods.map(({ due }) => due));
  return periods.sort()[0] ?? null;
}

function lastDay(limits: readonly LimitState[]): Day | null {
  const days = limits.flatMap((limit) => (limit.recurrence === null && limit.due !== null ? [limit.due] : []));
  return days.sort().at(-1) ?? null;
}

/** The earliest day on which something of the task falls due, whoever has it: what the lamp and the lists look at. */
export function nextDueDayOf(state: TaskState): Day | null {
  const days = state.limits.flatMap(({ done, recurrence, openPeriods, due }) => {
    if (done !== null) return [];
    if (recurrence !== null) return openPeriods.map((period) => period.due);
    return due ?? [];
  });
  return days.sort()[0] ?? dueDayOf(state);
}
