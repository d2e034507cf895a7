import { type ActOperation } from '../act';
import { type Proposal } from '../../parts/proposals/proposed-changes';
import { type Confirmation } from '../../forms/confirm-step';
import { words } from './words';

const VOID: ActOperation = 'task.void';

/** True for a request whose approval ends the task for good. */
export function isVoiding({ act }: Pick<Proposal, 'act'>): boolean {
  return act === VOID;
}

interface Decision {
  readonly proposalId: string | null;
  readonly result: 'approved' | 'refused' | null;
}

/** What is said once more before an approval that ends the task; null for every other answer. */
export function approvalConfirmation(
  { proposalId, result }: Decision,
  offered: readonly Pick<Proposal, 'proposalId' | 'act'>[],
): Confirmation | null {
  const chosen = offered.find((proposal) => proposal.proposalId === proposalId);
  const voids = result === 'approved' && chosen !== undefined && isVoiding(chosen);
  return voids ? { text: words.fields.voids, destructive: true } : null;
}
