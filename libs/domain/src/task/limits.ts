import { type TaskChanges } from './task.changes';
import { type Limit, type Terms } from './task.parts';
import { type LimitState, type Move, type TaskState } from './task.state';

/** A limit at the beginning of its life. */
export function newLimit(limit: Limit, since: string, owedBy: readonly string[] = []): LimitState {
  const { limitId, sourceText, what, due, recurrence, dueOn, countedIn, span } = limit;
  const first: Move = { kind: 'set', period: null, to: { due, recurrence, dueOn }, since, reason: '' };
  return {
    limitId,
    sourceText,
    what,
    due,
    recurrence,
    dueOn,
    ...(countedIn === undefined ? {} : { countedIn }),
    span,
    owedBy,
    later: false,
    chain: isUndated(limit) ? [] : [first],
    done: [],
    movedPeriods: [],
    standstills: [],
    verifiedOn: null,
    armedAt: null,
    firstDay: null,
  };
}

/** The terms of a limit, alone. */
export function termsOf({ due, recurrence, dueOn }: Terms): Terms {
  return { due, recurrence, dueOn };
}

/** True for terms that name no day and no rhythm. */
export function isUndated({ due, recurrence }: Pick<Terms, 'due' | 'recurrence'>): boolean {
  return due === null && recurrence === null;
}

/** True for a duty that recurs without an end of its own. */
export function isEndless({ recurrence, due }: Pick<Terms, 'due' | 'recurrence'>): boolean {
  return recurrence !== null && due === null;
}

/** True when two terms ask for the same. */
export function sameTerms(one: Terms, other: Terms): boolean {
  return one.due === other.due && sameRhythm(one, other);
}

/** True when two terms recur in the same way. */
export function sameRhythm(one: Terms, other: Terms): boolean {
  return (
    one.recurrence === other.recurrence &&
    one.dueOn?.month === other.dueOn?.month &&
    one.dueOn?.day === other.dueOn?.day
  );
}

/** The terms that a change leads to; left-out parts stay. The day inside a period means nothing in another rhythm. */
export function changedTerms(from: Terms, change: Partial<Terms>): Terms {
  const recurrence = change.recurrence === undefined ? from.recurrence : change.recurrence;
  const dueOn = recurrence === from.recurrence && change.dueOn === undefined ? from.dueOn : (change.dueOn ?? null);
  return { due: change.due === undefined ? from.due : change.due, recurrence, dueOn };
}

/** The terms of each limit that is changed: those it has, and those it gets. */
export function newTerms({ limits }: Pick<TaskState, 'limits'>, { changedLimits = [] }: TaskChanges) {
  return changedLimits.flatMap((change) => {
    const from = limits.find(({ limitId }) => limitId === change.limitId);
    return from === undefined ? [] : [{ from, to: changedTerms(from, change) }];
  });
}

/** True when the new terms add a duty: a first date, another rhythm, or one that lasts longer. */
export function asksForMore(from: Terms, to: Terms): boolean {
  if (!sameRhythm(from, to)) return to.due !== null || to.recurrence !== null;
  if (to.recurrence === null) return from.due === null && to.due !== null;
  return from.due !== null && (to.due === null || to.due > from.due);
}

/**
 * The limits that only units owe which are responsible no more. They go with these units: left to whoever stays, one had fallen on the leads,
 * late from the first day, and they had never been told of it.
 */
export function ownedByNone(
  { limits }: Pick<TaskState, 'limits'>,
  responsible: readonly string[],
  removed: readonly string[] = [],
): readonly LimitState[] {
  return limits.filter(
    ({ limitId, owedBy }) =>
      owedBy.length > 0 && !removed.includes(limitId) && !owedBy.some((unitId) => responsible.includes(unitId)),
  );
}

/** A limit of a task that has other lanes now: what units that are gone had done, or alone owed, counts no more. */
export function underLanes(limit: LimitState, lanes: readonly { readonly unitId: string }[]): LimitState {
  const stays = (unitId: string) => lanes.some((lane) => lane.unitId === unitId);
  return { ...limit, owedBy: limit.owedBy.filter(stays), done: limit.done.filter(({ lane }) => stays(lane)) };
}

/** A state with one of its limits changed. */
export function withLimit(
  state: TaskState,
  limitId: string,
  change: (limit: LimitState) => LimitState,
): Pick<TaskState, 'limits'> {
  return { limits: state.limits.map((limit) => (limit.limitId === limitId ? change(limit) : limit)) };
}
