import { type Day } from '#domain';
import { type TaskRow } from '../../api/answer';
import { ACT_WORDS } from '../../words/acts.words';
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

/** What comes next on a task, and before it what has been done with it today. */
export function standingWordsOf(
  row: Pick<TaskRow, 'status' | 'suspendedUntil' | 'childCount' | DoneOn>,
  today: Day,
): string {
  return ACT_WORDS.clauses([...doneTodayOf(row, today), nextStepOf(row)]);
}

/** The days on which a task was urged, or a leader gave an instruction. */
type DoneOn = 'lastUrgedOn' | 'lastInstructedOn';

/** What the office and the leaders have done with a task on this day, which nobody need do once more. The next day it says nothing again. */
export function doneTodayOf({ lastUrgedOn, lastInstructedOn }: Pick<TaskRow, DoneOn>, today: Day): readonly string[] {
  return [
    ...(lastUrgedOn === today ? [words.urgedToday] : []),
    ...(lastInstructedOn === today ? [words.instructedToday] : []),
  ];
}
