import { type Day } from '../calendar';
import { type Circumstances } from '../shared/circumstances';
import { beforeLanes, leadLanes, supportUnitsOf } from './lanes';
import { changedTerms, isEndless, isUndated, ownedByNone, sameTerms, termsOf } from './limits';
import { endOfDuties } from './obligations';
import { type TaskEvent } from './task-act';
import { type TaskChanges } from './task.changes';
import { type Indicator, type Terms } from './task.parts';
import { type IndicatorState, type LimitState, type TaskState } from './task.state';
import { responsibleAfter } from './units-named';

/** The events of a correction: words, units and targets in one, then every limit by itself. None when nothing differs. */
export function correctionEvents(
  state: TaskState,
  changes: TaskChanges,
  reason: string,
  { today }: Pick<Circumstances, 'today'>,
): readonly TaskEvent[] {
  const named = [...new Set(changes.removedLimits ?? [])];
  const unitsMove = changes.leadUnitIds !== undefined || changes.supportUnitIds !== undefined;
  const gone = unitsMove ? ownedByNone(state, responsibleAfter(state, changes), named) : [];
  const removed = [...named, ...gone.map(({ limitId }) => limitId)];
  return [
    ...wordsChanged(state, changes, reason),
    ...removed.map((limitId): TaskEvent => ({ type: 'limit.removed', data: { limitId, reason } })),
    ...lanesChanged(state, changes, reason, today),
    ...state.limits
      .filter(({ limitId }) => !removed.includes(limitId))
      .flatMap((limit) => moved(limit, changes, reason)),
    ...(changes.addedLimits ?? []).map(({ owedBy = [], ...limit }): TaskEvent => ({
      type: 'limit.added',
      data: { limit, owedBy, reason },
    })),
  ];
}

function wordsChanged(state: TaskState, changes: TaskChanges, reason: string): readonly TaskEvent[] {
  const told = {
    ...differing('title', state.title, changes.title),
    ...differing('body', state.body, changes.body),
    ...(beforeLanes(state) ? differing('leads', [...state.leads], changes.leadUnitIds) : {}),
    ...(beforeLanes(state) ? differing('supports', [...state.supports], changes.supportUnitIds) : {}),
    ...limitWords(state, changes),
    ...differing('indicators', state.indicators.map(asTarget), changes.indicators),
  };
  return Object.keys(told).length === 0 ? [] : [{ type: 'task.content-changed', data: { changes: told, reason } }];
}

/** A part by its name when it is given and is not what it was. */
function differing<Name extends string, Part>(
  name: Name,
  from: NoInfer<Part>,
  to: Part | undefined,
): Readonly<Partial<Record<Name, Part>>> {
  const part: Partial<Record<Name, Part>> = {};
  if (to !== undefined && JSON.stringify(to) !== JSON.stringify(from)) part[name] = to;
  return part;
}

function asTarget({ reading: _reading, ...target }: IndicatorState): Indicator {
  return target;
}

/** What is to be done by limits that stay, where it is told in other words. */
function limitWords({ limits }: TaskState, { changedLimits = [], removedLimits = [] }: TaskChanges) {
  const told = changedLimits.flatMap(({ limitId, what }) => {
    const limit = limits.find((each) => each.limitId === limitId);
    const same = what === undefined || what === limit?.what || removedLimits.includes(limitId);
    return same ? [] : [{ limitId, what }];
  });
  return told.length === 0 ? {} : { limits: told };
}

/** Units of a task that is assigned change lane by lane: those that stay keep what they have done. */
function lanesChanged(state: TaskState, changes: TaskChanges, reason: string, on: string): readonly TaskEvent[] {
  if (beforeLanes(state)) return [];
  const leads = changes.leadUnitIds ?? leadLanes(state).map(({ unitId }) => unitId);
  const supports = changes.supportUnitIds ?? supportUnitsOf(state);
  const wanted = [
    ...leads.map((unitId) => ({ unitId, role: 'lead' }) as const),
    ...supports.map((unitId) => ({ unitId, role: 'support' }) as const),
  ];
  const stands = ({ unitId, role }: { readonly unitId: string; readonly role: string }) =>
    wanted.some((lane) => lane.unitId === unitId && lane.role === role);
  const removed = state.lanes.filter((lane) => !stands(lane)).map(({ unitId }) => unitId);
  const staying = new Set(state.lanes.filter(stands).map(({ unitId }) => unitId));
  const added = wanted.filter(({ unitId }) => !staying.has(unitId));
  if (added.length === 0 && removed.length === 0) return [];
  return [{ type: 'lanes.changed', data: { added, removed, reason, on } }];
}

/** True for an event that moves a day which a limit has, or removes it, or asks by a day that is over; a first day to come takes nothing from anybody. */
export function bearsOnDays(state: TaskState, event: TaskEvent, today: Day): boolean {
  const { limits } = state;
  switch (event.type) {
    case 'limit.moved':
      return event.data.kind !== 'set' || isOver(event.data.to, today) || endsDuties(state, event.data);
    case 'limit.added':
      return isOver(event.data.limit, today);
    case 'limit.removed':
      return limits.some((limit) => limit.limitId === event.data.limitId && !isUndated(limit));
    default:
      return false;
  }
}

/** True for a first day with which duties end that had no end: it takes all periods after it away. */
function endsDuties({ limits }: TaskState, { limitId, to }: { readonly limitId: string; readonly to: Terms }): boolean {
  const limit = limits.find((each) => each.limitId === limitId);
  const endless = limits.some(isEndless);
  return (
    endless && limit?.later === false && to.recurrence === null && to.due !== null && endOfDuties({ limits }) === null
  );
}

function isOver({ due }: Terms, today: Day): boolean {
  return due !== null && due < today;
}

/** A limit whose terms differ from what it had. A first date is set, a later one corrects it, also one in place of a date that was removed. */
function moved(limit: LimitState, { changedLimits = [] }: TaskChanges, reason: string): readonly TaskEvent[] {
  const change = changedLimits.find(({ limitId }) => limitId === limit.limitId);
  if (!change) return [];
  const from = termsOf(limit);
  const to = changedTerms(from, change);
  if (sameTerms(from, to)) return [];
  const kind = limit.chain.length === 0 ? 'set' : 'correction';
  const { limitId } = limit;
  return [{ type: 'limit.moved', data: { limitId, period: null, from, to, kind, reason, cause: null } }];
}
