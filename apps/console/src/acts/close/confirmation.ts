import { type Outcome, outcomeWord } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { type Confirmation } from '../../forms/confirm-step';
import { words } from './words';

/** What is said once more before a task is closed: nobody takes a closing back. */
export function closeConfirmation(
  outcome: Outcome,
  { lanes, ledgerKind }: Pick<TaskDetail, 'lanes' | 'ledgerKind'>,
): Confirmation {
  const owed = lanes.reduce((sum, lane) => sum + lane.owed.length, 0);
  const text = words.fields.confirm(outcomeWord(outcome, ledgerKind));
  return { text: owed === 0 ? text : `${words.fields.confirmOwed(owed)}${text}` };
}
