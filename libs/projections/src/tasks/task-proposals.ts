import { type TaskDetail } from '#contracts';
import { actNamed, dueOf, isEnded, openProposals, type Proposal, TASK_ACTS, type TaskState } from '#domain';
import { type UnitNames } from '../queries/read-models';

type OpenProposal = TaskDetail['task']['proposals'][number];

/** What waits for a second person, for somebody who looks at it. */
export function proposalsOn(state: TaskState, accountId: string, names: UnitNames): OpenProposal[] {
  if (isEnded(state)) return [];
  return openProposals(state).map((proposal) => {
    const { proposalId, act, by, on, grounds, decideBy } = proposal;
    return {
      proposalId,
      act,
      word: actNamed(act).word,
      by: { name: by.name, unit: by.unitId === null ? null : names(by.unitId) },
      on,
      grounds,
      decideBy,
      extension: extensionOf(state, proposal),
      suspension: suspensionOf(proposal),
      own: by.accountId === accountId,
    };
  });
}

function suspensionOf({ act, data }: Proposal): OpenProposal['suspension'] {
  const wanted = TASK_ACTS['task.suspend'].command.safeParse(data);
  if (act !== 'task.suspend' || !wanted.success) return null;
  const { until, authority } = wanted.data;
  return { until, authority };
}

function extensionOf(state: TaskState, { act, data, by, on }: Proposal): OpenProposal['extension'] {
  const wanted = TASK_ACTS['task.extend'].command.safeParse(data);
  if (act !== 'task.extend' || !wanted.success) return null;
  const { limitId, period, due: to } = wanted.data;
  const from = dueOf(state, { lane: by.unitId ?? '', limitId, period });
  return { limitId, period, from, to, late: from !== null && on > from };
}
