import { type TaskDetail } from '#contracts';
import {
  actNamed,
  CalendarError,
  dueOf,
  isEnded,
  newTerms,
  openProposals,
  type Proposal,
  sameTerms,
  TASK_ACTS,
  type TaskState,
  termsOf,
} from '#domain';
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
      correction: correctionOf(state, proposal),
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

/** What a correction would make of the days that the task has now. */
function correctionOf(state: TaskState, { act, data }: Proposal): OpenProposal['correction'] {
  const wanted = TASK_ACTS['task.correct'].command.safeParse(data);
  if (act !== 'task.correct' || !wanted.success) return null;
  const { changes } = wanted.data;
  const { changedLimits: _changed, removedLimits = [], ...rest } = changes;
  const stays = ({ limitId }: { readonly limitId: string }) => !removedLimits.includes(limitId);
  const terms = newTerms(state, changes).filter(({ from }) => stays(from));
  const gone = state.limits.filter((limit) => !stays(limit));
  return {
    moves: [
      ...terms
        .filter(({ from, to }) => !sameTerms(from, to))
        .map(({ from, to }) => ({ limitId: from.limitId, from: termsOf(from), to })),
      ...gone.map((limit) => ({ limitId: limit.limitId, from: termsOf(limit), to: null })),
    ],
    others: Object.keys(rest).length > 0 || terms.some(({ from, to }) => sameTerms(from, to)),
  };
}

/** The day that it has; null for a period of a rhythm that the limit has no more, for which the page answered 500. */
function dayNow(state: TaskState, obligation: Parameters<typeof dueOf>[1]): string | null {
  try {
    return dueOf(state, obligation);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

function extensionOf(state: TaskState, { act, data, late }: Proposal): OpenProposal['extension'] {
  const wanted = TASK_ACTS['task.extend'].command.safeParse(data);
  if (act !== 'task.extend' || !wanted.success) return null;
  const { limitId, period, due: to } = wanted.data;
  const from = dayNow(state, { limitId, period });
  return { limitId, period, from, to, late };
}
