import { ENDED_STATUSES, nextDueDayOf, type TaskState } from '#domain';

/**
 * The day that a task's lamp looks at: its next due day while something dated is not done. A unit that has done everything and
 * waits for the verifier is not late, however long that takes.
 */
export function lampDueOf(state: TaskState): string | null {
  if (ENDED_STATUSES.has(state.status)) return null;
  const open = state.limits.some(
    ({ done, due, recurrence, openPeriods }) => done === null && (recurrence ? openPeriods.length > 0 : due !== null),
  );
  return open ? nextDueDayOf(state) : null;
}
