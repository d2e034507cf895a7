import { type Outcome } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { type Confirmation } from '../../forms/confirm-step';
import { words } from './words';

/** What is said once more before a task is closed: nobody takes a closing back. */
export function closeConfirmation(outcome: Outcome, { lanes }: Pick<TaskDetail, 'lanes'>): Confirmation {
  const owed = lanes.reduce((sum, lane) => sum + lane.owed.length, 0);
  const text = words.fields.confirm(WORDS.terms.outcomes[outcome]);
  return { text: owed === 0 ? text : `${words.fields.confirmOwed(owed)}${text}` };
}
