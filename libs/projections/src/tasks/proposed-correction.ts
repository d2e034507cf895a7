import { type TaskDetail } from '#contracts';
import {
  type Indicator,
  leadUnitsOf,
  newTerms,
  sameTerms,
  supportUnitsOf,
  type TaskChanges,
  type TaskState,
  termsOf,
} from '#domain';
import { type UnitNames } from '../queries/read-models';

type Correction = NonNullable<TaskDetail['task']['proposals'][number]['correction']>;

/** What a correction would make of the content that the task has now. What is as it asks already is left out. */
export function proposedCorrection(state: TaskState, changes: TaskChanges, names: UnitNames): Correction {
  return {
    moves: movesIn(state, changes),
    texts: textsIn(state, changes),
    units: unitsIn(state, changes, names),
    added: (changes.addedLimits ?? []).map(({ what, owedBy = [], ...limit }) => ({
      what,
      terms: termsOf(limit),
      owedBy: owedBy.map(names),
    })),
    targets: targetsIn(state, changes),
  };
}

function movesIn(state: TaskState, changes: TaskChanges): Correction['moves'] {
  const isRemoved = removedBy(changes);
  const moved = newTerms(state, changes).filter(({ from, to }) => !isRemoved(from) && !sameTerms(from, to));
  return [
    ...moved.map(({ from, to }) => ({ limitId: from.limitId, from: termsOf(from), to })),
    ...state.limits.filter(isRemoved).map((limit) => ({ limitId: limit.limitId, from: termsOf(limit), to: null })),
  ];
}

function removedBy({ removedLimits = [] }: TaskChanges): (limit: { readonly limitId: string }) => boolean {
  return ({ limitId }) => removedLimits.includes(limitId);
}

function textsIn(state: TaskState, changes: TaskChanges): Correction['texts'] {
  const { title = state.title, body = state.body, changedLimits = [] } = changes;
  const isRemoved = removedBy(changes);
  const words = state.limits.flatMap((limit) => {
    const { limitId, what: from } = limit;
    const to = changedLimits.find((each) => each.limitId === limitId)?.what ?? from;
    return isRemoved(limit) ? [] : [{ part: 'limit' as const, limitId, from, to }];
  });
  return [
    { part: 'title' as const, limitId: null, from: state.title, to: title },
    { part: 'body' as const, limitId: null, from: state.body, to: body },
    ...words,
  ].filter(({ from, to }) => from !== to);
}

function unitsIn(state: TaskState, changes: TaskChanges, names: UnitNames): Correction['units'] {
  const [leads, supports] = [leadUnitsOf(state), supportUnitsOf(state)];
  const wanted = [
    { role: 'lead' as const, from: leads, to: changes.leadUnitIds ?? leads },
    { role: 'support' as const, from: supports, to: changes.supportUnitIds ?? supports },
  ];
  return wanted
    .filter(({ from, to }) => from.join() !== to.join())
    .map(({ role, from, to }) => ({ role, from: from.map(names), to: to.map(names) }));
}

function targetsIn({ indicators }: TaskState, { indicators: wanted }: TaskChanges): Correction['targets'] {
  if (wanted === undefined) return [];
  const ids = new Set([...indicators, ...wanted].map(({ indicatorId }) => indicatorId));
  return [...ids]
    .map((indicatorId) => ({ from: targetOf(indicators, indicatorId), to: targetOf(wanted, indicatorId) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function targetOf(indicators: readonly Indicator[], indicatorId: string): Correction['targets'][number]['from'] {
  const found = indicators.find((each) => each.indicatorId === indicatorId);
  if (found === undefined) return null;
  const { name, op, value, max, unit, approximate } = found;
  return { name, op, value, max, unit, approximate };
}
