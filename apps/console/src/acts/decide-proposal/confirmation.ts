import { type ActOperation } from '../act';
import { type Proposal } from '../../parts/proposals/proposed-changes';
import { type Confirmation } from '../../forms/confirm-step';
import { words } from './words';

/** What is said of the acts that end a task for good. */
const ENDS: Readonly<Partial<Record<ActOperation, string>>> = {
  'task.void': words.fields.voids,
  'task.terminate': words.fields.terminates,
};

/** What an approval of the request would end for good, in words; null for any other request. */
export function endOf({ act }: Pick<Proposal, 'act'>): string | null {
  return Object.entries(ENDS).find(([operation]) => operation === act)?.[1] ?? null;
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
  const end = result === 'approved' && chosen !== undefined ? endOf(chosen) : null;
  return end === null ? null : { text: end, destructive: true };
}
