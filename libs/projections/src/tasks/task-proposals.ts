import { type TaskDetail } from '#contracts';
import {
  actNamed,
  askingUnit,
  decidingFault,
  dueOf,
  groundsOfProposal,
  holdersOf,
  isEnded,
  openProposals,
  PERMISSION_DENIED,
  type Post,
  type Proposal,
  type Rules,
  TASK_ACTS,
  type TaskState,
  unitsAtWork,
  unitsMovedWith,
  whyOvertaken,
} from '#domain';
import { type QueryContext } from '../queries/query-context';
import { type UnitNames } from '../queries/read-models';
import { proposedCorrection } from './proposed-correction';
import { askingUnder, type Place, postsFor } from './task-acts';

type OpenProposal = TaskDetail['task']['proposals'][number];

/** The units that stand in what `proposalsOn` answers: who asked, and those that corrections would change. */
export function unitsOfProposals(state: TaskState): readonly string[] {
  const { leadUnitIds, supportUnitIds } = unitsAtWork(state);
  return [...leadUnitIds, ...supportUnitIds, ...openProposals(state).flatMap(unitsOfProposal)];
}

function unitsOfProposal(proposal: Proposal): readonly string[] {
  const { act, data } = proposal;
  const unitId = askingUnit(proposal);
  const asked = unitId === null ? [] : [unitId];
  const wanted = TASK_ACTS['task.correct'].command.safeParse(data);
  if (act !== 'task.correct' || !wanted.success) return asked;
  const { leadUnitIds = [], supportUnitIds = [] } = wanted.data.changes;
  return [...asked, ...leadUnitIds, ...supportUnitIds];
}

/** What waits for a second person, for somebody who looks at it. */
export function proposalsOn(state: TaskState, told: QueryContext & Rules & Place, names: UnitNames): OpenProposal[] {
  if (isEnded(state)) return [];
  const posts = postsFor(state, 'task.decide-proposal', told);
  const holders = holdersOf(state, told);
  return openProposals(state).map((proposal) => {
    const { proposalId, act, by, on, grounds, onBehalf } = proposal;
    const groundsNow = groundsOfProposal(state, proposal, told);
    const unitId = askingUnit(proposal);
    return {
      proposalId,
      act,
      word: actNamed(act).word,
      by: { name: by.name, unit: unitId === null ? null : names(unitId) },
      onBehalf: onBehalf ? { saidBy: onBehalf.saidBy, how: onBehalf.how, saidOn: onBehalf.saidOn } : null,
      on,
      grounds,
      groundsNow: groundsNow === grounds ? null : groundsNow,
      // By its clock: one that waits again, since what had overtaken it was taken back, has the whole time anew.
      decideBy: holders.find((each) => each.proposalId === proposalId)?.due ?? proposal.decideBy,
      extension: extensionOf(state, proposal, names),
      suspension: suspensionOf(proposal),
      termination: terminationOf(proposal),
      correction: correctionOf(state, proposal, names),
      measures: measuresOf(proposal, names),
      unfit: whyOvertaken(state, proposal, told),
      own: by.accountId === told.actor.accountId,
      barred: whyBarred(state, proposal, posts, told),
    };
  });
}

/** Why the person may not decide it under any of their posts; null where they may. */
function whyBarred(
  state: TaskState,
  proposal: Proposal,
  posts: readonly Post[],
  told: QueryContext & Rules & Place,
): string | null {
  const faults = posts.map((post) => decidingFault(state, proposal, askingUnder(state, post, told)));
  return faults.includes(null) ? null : (faults[0] ?? PERMISSION_DENIED).message;
}

function suspensionOf({ act, data }: Proposal): OpenProposal['suspension'] {
  const wanted = TASK_ACTS['task.suspend'].command.safeParse(data);
  if (act !== 'task.suspend' || !wanted.success) return null;
  const { until, authority } = wanted.data;
  return { until, authority };
}

function measuresOf({ act, data }: Proposal, names: UnitNames): OpenProposal['measures'] {
  const wanted = TASK_ACTS['task.take-measure'].command.safeParse(data);
  if (act !== 'task.take-measure' || !wanted.success) return null;
  return { unit: names(wanted.data.lane), offered: wanted.data.measures };
}

function terminationOf({ act, data }: Proposal): OpenProposal['termination'] {
  const wanted = TASK_ACTS['task.terminate'].command.safeParse(data);
  return act === 'task.terminate' && wanted.success ? { authority: wanted.data.authority } : null;
}

function correctionOf(state: TaskState, { act, data }: Proposal, names: UnitNames): OpenProposal['correction'] {
  const wanted = TASK_ACTS['task.correct'].command.safeParse(data);
  return act === 'task.correct' && wanted.success ? proposedCorrection(state, wanted.data.changes, names) : null;
}

function extensionOf(state: TaskState, proposal: Proposal, names: UnitNames): OpenProposal['extension'] {
  const { act, data, late } = proposal;
  const wanted = TASK_ACTS['task.extend'].command.safeParse(data);
  if (act !== 'task.extend' || !wanted.success) return null;
  const { limitId, period, due: to } = wanted.data;
  const from = dueOf(state, { limitId, period });
  return { limitId, period, from, to, late, movesFor: unitsMovedWith(state, proposal).map(names) };
}
