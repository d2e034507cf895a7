import { z } from 'zod';
import { type Day, daySchema } from '../calendar';
import { freeTextSchema } from '../shared/private-data';
import { reject, type Rejection } from '../shared/rejection';
import { lineSchema } from '../shared/schema';
import { tooManyOwedFault, unknownLimit } from './checks';
import { tooFarFault } from './far-days';
import { laneOf, leadLanes } from './lanes';
import { termsOf } from './limits';
import { dueOf, endOfDuties, isDone, openObligations, owes, owesPeriod } from './obligations';
import { type TaskEvent } from './task-act';
import { type Limit, MAX_LIMITS, type Obligation } from './task.parts';
import { type LaneState, type LimitState, type TaskState } from './task.state';

/** One thing that a return opens again: a dated limit, or a period; `due` is its new day, null keeps the one that it had. */
export const reopenedInput = z.strictObject({
  limitId: lineSchema(20),
  period: lineSchema(20).nullable().default(null),
  due: daySchema.nullable().default(null),
});
type Reopened = z.output<typeof reopenedInput>;

/** One thing that a return asks for in addition, with its day. */
export const newLimitInput = z.strictObject({ what: freeTextSchema(1_000, 1), due: daySchema });
type NewLimit = z.output<typeof newLimitInput>;

type Open = Extract<TaskEvent, { type: 'check.returned' }>['data']['open'];

/** What is open after a return, and the moves of the days that are new. */
interface OpenAgain {
  readonly open: Open;
  readonly moves: readonly TaskEvent[];
}

const EMPTY = reject(
  'TASK.RETURN_EMPTY',
  '退回须写明哪些时限重新办理、何时完成：请选择重新办理的时限，或新增一个时限。',
);
const IN_PAST = reject('TASK.DUE_IN_PAST', '重新办理的时限早于今天，请改为今天或之后，或保留原时限。');
const NO_DAY = reject('TASK.DUE_NEEDED', '所选时限没有日期，请填写重新办理的日期。');
const PERIOD_UNKNOWN = reject('TASK.PERIOD_UNKNOWN', '所选期次不在本任务应报的期次中，请重新选择。');

/** The limits that a return adds, with ids that were never given. */
export function returnedLimits(state: TaskState, added: readonly NewLimit[], today: Day): readonly Limit[] | Rejection {
  if (added.some(({ due }) => due < today)) return IN_PAST;
  const far = tooFarFault('limit', daysOf(added), today);
  if (far) return far;
  if (state.limits.length + added.length > MAX_LIMITS) {
    return reject('TASK.TOO_MANY_LIMITS', `一项任务最多有${MAX_LIMITS}个时限，请减少新增的时限。`);
  }
  const ids = freeIds(state, added.length);
  if (ids.length < added.length) return NO_IDS;
  return added.map(({ what, due }, index) => ({
    limitId: ids[index] ?? '',
    sourceText: '',
    what,
    due,
    recurrence: null,
    dueOn: null,
    span: null,
  }));
}

/** The highest number that the id of a limit can have. */
const LAST_ID = 9_999;
const NO_IDS = reject('TASK.TOO_MANY_LIMITS', '本任务的时限编号已用完，不能再新增时限，请改为退回已有的时限。');

/** Ids that were never given: those after the highest one, else whatever is free below. */
function freeIds({ limitIds }: TaskState, count: number): readonly string[] {
  const given = new Set(limitIds);
  const last = Math.max(0, ...limitIds.map((limitId) => Number(limitId.slice(1))));
  const first = last + count <= LAST_ID ? last + 1 : 1;
  const ids: string[] = [];
  for (let number = first; ids.length < count && number <= LAST_ID; number += 1) {
    if (!given.has(`L${number}`)) ids.push(`L${number}`);
  }
  return ids;
}

/** For whom and when a return opens something. */
interface Return {
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly today: Day;
  readonly added: readonly Limit[];
  /** The units that it may go back to. */
  readonly lanes: readonly LaneState[];
}

/**
 * What a return opens again for each unit: what it names, or all that was done since the units last got the task. Periods of these
 * limits that began meanwhile, or that a new day brings, are owed anyway and listed too. Refused when nothing would be open.
 */
export function openAgain(
  state: TaskState,
  named: readonly Reopened[] | undefined,
  { now, today, added, lanes }: Return,
): OpenAgain | Rejection {
  const fault = namedFault(state, named ?? [], lanes, today);
  if (fault) return fault;
  const wanted = named ?? lanes.flatMap((lane) => doneSinceLaneBegan(state, lane)).map(onTheirDay);
  const again = wanted
    .flatMap((each) => ofEachLane(state, each, lanes))
    .filter((each) => named !== undefined || dueOf(state, each) !== null);
  if (again.some((each) => each.due === null && dueOf(state, each) === null)) return NO_DAY;
  const after = withNewDays(state, wanted, now);
  const brought = endOfDuties(after) !== endOfDuties(state);
  const meanwhile = openObligations(after, today)
    .filter(({ lane }) => isReturned(state, lane, lanes))
    .filter(
      ({ limitId, period }) =>
        named === undefined || (brought && period !== null) || named.some((each) => each.limitId === limitId),
    )
    .map(({ lane, limitId, period }) => ({ lane, limitId, period, due: null }));
  const fresh = added.flatMap(({ limitId, due }) =>
    leadLanes({ lanes }).map(({ unitId }) => ({
      obligation: { lane: unitId, limitId, period: null },
      due,
      kept: true,
    })),
  );
  const open = [...eachOnce([...again, ...meanwhile]).map((each) => opened(state, after, each)), ...fresh];
  if (open.length === 0) return EMPTY;
  const tooMany = tooManyOwedFault(open, '请只选择须重新完成的时限，或先更正时限，再退回。');
  return tooMany ?? { open, moves: wanted.flatMap((each) => moveOf(state, each)) };
}

/** The task with the new days of dated limits: duties that end with them go on. */
function withNewDays(state: TaskState, wanted: readonly Reopened[], now: string): TaskState {
  const limits = state.limits.map((limit) => {
    const moved = wanted.find(
      ({ limitId, period, due }) => limitId === limit.limitId && period === null && due !== null,
    );
    return moved ? { ...limit, due: moved.due } : limit;
  });
  const [from, to] = [endOfDuties(state), endOfDuties({ limits })];
  return { ...state, limits, endMoves: from === to ? state.endMoves : [...state.endMoves, { from, to, at: now }] };
}

/** True for what is open in a lane that the return goes to; a supporting unit that goes on all the time keeps what it owes. */
function isReturned(state: TaskState, unitId: string, lanes: readonly LaneState[]): boolean {
  return laneOf(state, unitId)?.claim === null || lanes.some((lane) => lane.unitId === unitId);
}

function daysOf(limits: readonly { readonly due: Day | null }[]): readonly (Day | null)[] {
  return limits.map(({ due }) => due);
}

function namedFault(
  state: TaskState,
  named: readonly Reopened[],
  lanes: readonly LaneState[],
  today: Day,
): Rejection | null {
  const unknown = unknownLimit(
    state,
    named.map(({ limitId }) => limitId),
  );
  if (unknown) return unknown;
  if (named.some(({ due }) => due !== null && due < today)) return IN_PAST;
  const far = tooFarFault('limit', daysOf(named), today);
  if (far) return far;
  return named.every((each) => isPartOf(state, each, lanes, today)) ? null : PERIOD_UNKNOWN;
}

/** True for a dated limit, and for a period that some lane has done or owes. */
function isPartOf(state: TaskState, { limitId, period }: Reopened, lanes: readonly LaneState[], today: Day): boolean {
  const limit = state.limits.find((each) => each.limitId === limitId);
  if (!limit || limit.recurrence === null || period === null) return limit?.recurrence === null && period === null;
  const done =
    limit.done.some((each) => each.period === period) &&
    ofEachLane(state, { limitId, period, due: null }, lanes).length > 0;
  return done || openObligations(state, today).some((each) => each.limitId === limitId && each.period === period);
}

/** What a lane reported or claimed after its assignment or the last return: that is what the next return answers. */
export function doneSinceLaneBegan(
  { limits }: TaskState,
  { unitId, begun }: LaneState,
): readonly (Pick<Obligation, 'limitId' | 'period'> & { readonly claimed: boolean })[] {
  return limits.flatMap(({ limitId, done }) =>
    done
      .filter(({ lane, recordedAt }) => lane === unitId && recordedAt >= begun)
      .map(({ period, claimed }) => ({ limitId, period, claimed })),
  );
}

function onTheirDay({ limitId, period }: Pick<Obligation, 'limitId' | 'period'>): Reopened {
  return { limitId, period, due: null };
}

type Again = Obligation & { readonly due: Day | null };

/**
 * The units that a return may go to: the leads, and supporting ones that have asked for closure too, or have done what it names; or those
 * that it names of them.
 */
export function returnedLanes(
  state: TaskState,
  to: readonly string[] | undefined,
  named: readonly Reopened[] = [],
): readonly LaneState[] | Rejection {
  const hasDone = ({ unitId }: LaneState) =>
    named.some(({ limitId, period }) => {
      const limit = state.limits.find((each) => each.limitId === limitId);
      return limit !== undefined && isDone(limit, unitId, period);
    });
  const all = state.lanes.filter((lane) => lane.role === 'lead' || lane.claim !== null || hasDone(lane));
  if (to === undefined) return all;
  const chosen = all.filter(({ unitId }) => to.includes(unitId));
  return chosen.length < new Set(to).size ? NOT_CHECKED : chosen;
}

/**
 * The units that it goes to: every lead for which something is open, with the supporting ones. A lead with nothing to do stays as it was
 * checked. Refused where that is every lead, or one that the return names: a task that no lead has in hand would be checked on.
 */
export function sentBack(
  lanes: readonly LaneState[],
  open: Open,
  to: readonly string[] | undefined,
): readonly LaneState[] | Rejection {
  const hasOpen = ({ unitId }: LaneState) => open.some(({ obligation }) => obligation.lane === unitId);
  const back = lanes.filter((lane) => lane.role === 'support' || hasOpen(lane));
  if (leadLanes({ lanes: back }).length === 0) return EMPTY;
  return to !== undefined && back.length < lanes.length ? EMPTY : back;
}

const NOT_CHECKED = reject('TASK.UNIT_NOT_CHECKED', '所选单位没有申请销号，无需退回，请重新选择退回的单位。');

/** Each unit that owes it has it open again; a period that its duty does not have, or no longer, is owed by nobody. */
function ofEachLane(
  state: TaskState,
  { limitId, period, due }: Reopened,
  lanes: readonly LaneState[],
): readonly Again[] {
  const limit = state.limits.find((each) => each.limitId === limitId);
  if (!limit) return [];
  return lanes
    .filter((lane) => (period === null ? owes(limit, lane) : owesPeriod(state, limit, lane, period)))
    .map(({ unitId }) => ({ lane: unitId, limitId, period, due }));
}

function opened(state: TaskState, after: TaskState, { lane, limitId, period, due }: Again): Open[number] {
  const obligation = { lane, limitId, period };
  return { obligation, due: due ?? dueOf(after, obligation), kept: due === null || due === dueOf(state, obligation) };
}

/** By a key: comparing each with each took seconds where a year of daily periods is owed. The first of two wins: it names a new day. */
function eachOnce(obligations: readonly Again[]): readonly Again[] {
  const keyOf = ({ lane, limitId, period }: Obligation) => [lane, limitId, period].join(' ');
  return [...new Map(obligations.toReversed().map((each) => [keyOf(each), each])).values()].reverse();
}

/** A new day is a move of the limit, or of its one period, and stays in the chain. */
function moveOf(state: TaskState, { limitId, period, due }: Reopened): readonly TaskEvent[] {
  const limit = state.limits.find((each) => each.limitId === limitId);
  const had = dueOf(state, { limitId, period });
  if (!limit || due === null || due === had) return [];
  const terms = termsOfOne(limit, period);
  const data = {
    limitId: limit.limitId,
    period,
    from: { ...terms, due: had },
    to: { ...terms, due },
    kind: 'return',
    reason: '',
    cause: null,
  } as const;
  return [{ type: 'limit.moved', data }];
}

function termsOfOne(limit: LimitState, period: string | null): Omit<ReturnType<typeof termsOf>, 'due'> {
  return period === null ? termsOf(limit) : { recurrence: null, dueOn: null };
}
