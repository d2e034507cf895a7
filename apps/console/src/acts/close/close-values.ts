import { missedTargets, type Outcome } from '#domain';
import { type TaskDetail } from '../../api/answer';

interface CloseValues {
  readonly outcome: Outcome | null;
  readonly statement: string;
  readonly owedReason?: string | undefined;
}

/** True while some unit still owes something. */
export function isOwing({ lanes }: Pick<TaskDetail, 'lanes'>): boolean {
  return lanes.some(({ owed }) => owed.length > 0);
}

/** The outcome that stands in the form before anybody chooses one: none beside what is still owed or not reached, so that nobody signs it unread. */
export function firstOutcome(task: Pick<TaskDetail, 'lanes' | 'indicators'>): Outcome | null {
  return isOwing(task) || missedTargets(task.indicators).length > 0 ? null : 'rectified';
}

/** The body of a closing; the form is not sent without an outcome. */
export function closeBody(
  { outcome, statement, owedReason }: CloseValues,
  task: Pick<TaskDetail, 'lanes'>,
): { outcome: Outcome; statement: string; owedReason?: string } {
  if (outcome === null) throw new TypeError('no outcome is chosen');
  return {
    outcome,
    statement,
    ...(isOwing(task) && owedReason !== undefined ? { owedReason } : {}),
  };
}
