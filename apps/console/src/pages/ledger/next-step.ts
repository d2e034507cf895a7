import { type TaskRow } from '../../api/answer';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { TASK_WORDS } from '../../words/task.words';

/** Who does what next on a task, with its children while some go on; of a suspended one the day on which it goes on by itself. */
export function nextStepOf({
  status,
  suspendedUntil,
  childCount,
}: Pick<TaskRow, 'status' | 'suspendedUntil' | 'childCount'>): string {
  if (suspendedUntil !== null) return words.resumesOn(suspendedUntil);
  const next = words.nextSteps[status];
  if (childCount === null || childCount.open === 0) return next;
  return words.withChildren(next, TASK_WORDS.children.count(childCount.total - childCount.open, childCount.total));
}
