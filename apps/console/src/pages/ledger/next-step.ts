import { type TaskRow } from '../../api/answer';
import { LEDGER_WORDS as words } from '../../words/ledger.words';

/** Who does what next on a task; of a suspended one the day on which it goes on by itself. */
export function nextStepOf({ status, suspendedUntil }: Pick<TaskRow, 'status' | 'suspendedUntil'>): string {
  return suspendedUntil === null ? words.nextSteps[status] : words.resumesOn(suspendedUntil);
}
