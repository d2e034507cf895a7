import {
  type Day,
  dayInShanghai,
  latestDay,
  movedOn,
  type Instant,
  nextPeriod,
  type Period,
  periodById,
  periodOf,
  type RecurrenceRule,
  shanghaiInstant,
} from '../calendar';
import { lanesIn, workingLanes } from './lanes';
import { type Asked, askedFor } from './proposals';
import { daysLost, namedPeriod, ownChain, rhythmOf } from './rhythm';
import { type Obligation } from './task.parts';
import { type LaneState, type LimitState, type Standstill, type TaskState } from './task.state';

/** What a lane owes and has not done, with the day it is due and the moment from which its rungs count. */
export interface OpenObligation extends Obligation, Asked {
  readonly due: Day;
  /** The first day on which it is owed: null for a dated limit, the period's first day for a period. */
  readonly from: Day | null;
  readonly armedAt: Instant;
  readonly climb: number;
  /** The moment of the return after which its ladder goes on where it stood; left out: the ladder counts from the arming. */
  readonly backSince?: Instant;
}

/** A period counts from just after midnight of its first day: before the morning's rungs, which a day's period needs at once. */
const PERIOD_BEGINS_AT = '00:05';

/** True when a lane owes a limit: every lead does, unless the limit names its lanes. */
export function owes(
  { owedBy }: Pick<LimitState, 'owedBy'>,
  { unitId, role }: Pick<LaneState, 'unitId' | 'role'>,
): boolean {
  return owedBy.length === 0 ? role === 'lead' : owedBy.includes(unitId);
}

/** The units that owe a limit, or a period of it, and have not done it. */
export function unitsOwing(
  state: Pick<TaskState, 'limits' | 'lanes'>,
  { limitId, period }: Pick<Obligation, 'limitId' | 'period'>,
): readonly string[] {
  const limit = state.limits.find((each) => each.limitId === limitId);
  if (!limit) return [];
  const owing = lanesIn(state).filter((lane) => owes(limit, lane) && !isDone(limit, lane.unitId, period));
  return owing.map(({ unitId }) => unitId);
}

/**
 * What lanes (left out: all of them) owe by a day and have not done: dated limits whatever their day, and the periods that have
 * begun by then. Periods follow from the rule, the first day and the duty's end; no event opens them.
 */
export function openObligations(
  state: TaskState,
  by: Day,
  lanes: readonly LaneState[] = state.lanes,
): readonly OpenObligation[] {
  return state.limits.flatMap((limit) => openOfLimit(state, limit, lanes, by));
}

/** What lanes owe of one limit by a day and have not done. */
export function openOfLimit(
  state: TaskState,
  limit: LimitState,
  lanes: readonly LaneState[],
  by: Day,
): readonly OpenObligation[] {
  const duty = dutyOf(state, limit);
  return lanes.filter((lane) => owes(limit, lane)).flatMap((lane) => openOfLane(state, limit, duty, lane, by));
}

/** What units owe that have their part in hand: only these have rungs. Who has asked for closure waits for the others. */
export function openOfWorking(state: TaskState, by: Day): readonly OpenObligation[] {
  return openObligations(state, by, workingLanes(state));
}

/**
 * A period of a duty that was over, and due before it was taken up again: nobody owes what nobody could know of. As it is due by the new
 * end: a suspension that moved an end which was past to another day of the past asked for one period more.
 */
function wasOver(period: Period, { endMoves }: Duty): boolean {
  return endMoves.reduce((over, { from, to, at }) => {
    const comesIn = from !== null && period.from > from;
    const isDueAnew = over && cutDay(period, from) !== cutDay(period, to);
    return comesIn || isDueAnew ? cutDay(period, to) < dayInShanghai(at) : over;
  }, false);
}

/** A recurring duty: its rhythm, its last day (null: as long as the task lives), how that day moved, and the limits that give it. */
interface Duty {
  readonly rule: RecurrenceRule;
  readonly end: Day | null;
  readonly endMoves: TaskState['endMoves'];
  readonly ends: readonly LimitState[];
}

/** The duty of a recurring limit, null of a dated one. Without an end of its own it ends with its task's duties. */
function dutyOf(state: Pick<TaskState, 'limits' | 'endMoves'>, limit: LimitState): Duty | null {
  const rule = rhythmOf(limit);
  if (rule === null) return null;
  if (limit.due !== null) return { rule, end: limit.due, endMoves: ownEndMoves(limit), ends: [limit] };
  const ends = state.limits.filter(({ recurrence, due, later }) => recurrence === null && due !== null && !later);
  return { rule, end: endOfDuties(state), endMoves: state.endMoves, ends };
}

function ownEndMoves(limit: LimitState): Duty['endMoves'] {
  const terms = ownChain(limit);
  return terms.slice(1).flatMap(({ to, since }, index) => {
    const from = terms[index]?.to.due ?? null;
    return from === to.due ? [] : [{ from, to: to.due, at: since }];
  });
}

/**
 * The day with which duties end that have no end of their own: the last of the dated limits that the task was assigned with. One that was
 * added since, for a supporting unit, say, had taken periods from the leads, and a return had brought periods back that were over.
 */
export function endOfDuties({ limits }: Pick<TaskState, 'limits'>): Day | null {
  return lastDatedDay({ limits: limits.filter(({ later }) => !later) });
}

/** The last day of a task's dated limits. */
export function lastDatedDay({ limits }: Pick<TaskState, 'limits'>): Day | null {
  return latestDay(limits.flatMap(({ recurrence, due }) => (recurrence === null ? [due] : [])));
}

function openOfLane(
  state: TaskState,
  limit: LimitState,
  duty: Duty | null,
  lane: LaneState,
  by: Day,
): OpenObligation[] {
  const { unitId } = lane;
  if (duty !== null) {
    const done = new Set(limit.done.filter((each) => each.lane === unitId).map(({ period }) => period));
    return periodsOf(limit, lane, duty, by)
      .filter(({ id }) => !done.has(id))
      .map((period) => openPeriod(state, limit, lane, period, duty));
  }
  const { limitId, due, armedAt } = limit;
  if (due === null || armedAt === null || isDone(limit, unitId, null)) return [];
  const owed = { lane: unitId, limitId, period: null };
  return [{ ...owed, due, from: null, ...inLadder(state, lane, owed, due, latest(armedAt, lane.since)) }];
}

/** From when the rungs of what a lane got count, in which run of its ladder, and what the unit asked for. */
function inLadder(
  state: TaskState,
  lane: LaneState,
  owed: Obligation,
  due: Day,
  got: Instant,
): Pick<OpenObligation, 'armedAt' | 'climb' | 'backSince' | 'held' | 'refusedOn'> {
  const { limitId, period } = owed;
  const again = owedAgainSince(state, owed, got);
  // Whatever else has started its clock again since the return begins its ladder anew.
  const isBack = again === lane.since && lane.since === lane.begun;
  const goesOn = isBack && lane.goingOn.find((each) => each.limitId === limitId && each.period === period);
  if (!goesOn) return { armedAt: again, climb: lane.climb, ...askedFor(state, owed, lateFrom(due, got)) };
  const { armedAt, climb } = goesOn;
  return { armedAt, climb, backSince: lane.since, ...askedFor(state, owed, lateFrom(due, armedAt)) };
}

/** The next period of a recurring limit that a lane owes and has not done and that begins after a day; null when there is none. */
export function comingPeriod(state: TaskState, limit: LimitState, lane: LaneState, after: Day): OpenObligation | null {
  const duty = dutyOf(state, limit);
  if (duty === null) return null;
  for (const period of periodsAfter(limit, lane, duty, after)) {
    if (!isDone(limit, lane.unitId, period.id)) return openPeriod(state, limit, lane, period, duty);
  }
  return null;
}

/** The id of the first period of a recurring limit that begins after a day, be it done or not; null when there is none. */
export function nextPeriodAfter(state: TaskState, limit: LimitState, lane: LaneState, after: Day): string | null {
  const duty = dutyOf(state, limit);
  if (duty === null) return null;
  for (const { id } of periodsAfter(limit, lane, duty, after)) return id;
  return null;
}

/** The periods that a lane owes and that begin after a day, one after the other. */
function* periodsAfter(limit: LimitState, lane: LaneState, duty: Duty, after: Day): Generator<Period> {
  const firstDay = firstDayOf(limit, lane);
  if (firstDay === null || !owes(limit, lane)) return;
  const { rule, end } = duty;
  const first = firstPeriod(rule, firstDay);
  for (let period = periodOf(rule, after); end === null || period.from <= end; period = nextPeriod(rule, period)) {
    const begun = period.from <= after || period.from < first.from;
    const owed = begun ? null : afterStandstills(period, limit);
    if (owed) yield owed;
  }
}

/** Periods owed from the first day on that have begun by a day, oldest first; none that begins after the end. */
function periodsOf(limit: LimitState, lane: LaneState, duty: Duty, by: Day): Period[] {
  const firstDay = firstDayOf(limit, lane);
  if (firstDay === null) return [];
  const { rule, end } = duty;
  const periods: Period[] = [];
  const last = end !== null && end < by ? end : by;
  for (let period = firstPeriod(rule, firstDay); period.from <= last; period = nextPeriod(rule, period)) {
    periods.push(period);
  }
  return periods
    .filter((period) => cutDay(period, duty.end) > firstDay && !wasOver(period, duty))
    .flatMap((period) => afterStandstills(period, limit) ?? []);
}

/**
 * A period, later by the days for which its limit stood still. Null for one that lay wholly within a suspension: nobody could keep it,
 * and nobody owes it afterwards.
 */
function afterStandstills(period: Period, { standstills }: LimitState): Period | null {
  if (standstills.some(({ from, to }) => period.from >= from && period.to < to)) return null;
  const due = standstills.reduce((day, stood) => movedOn(day, daysLost(stood, period.from)), period.due);
  return { ...period, due };
}

/**
 * The last day on which a period can be due: the end of its duty, later by the days of it that were lost in suspensions with which the end
 * did not move, as one that is done already. Cut off at the end itself, the period alone of all stood where it was, and was urged the
 * minute the task went on.
 */
function lastDayOf(period: Period, { standstills }: LimitState, { end: last, ends }: Duty): Day | null {
  if (standstills.length === 0) return last;
  return latestDay(
    ends.flatMap((end) => {
      if (end.due === null) return [];
      const { setOn, moved } = wayOf(end);
      const stood = standstills.filter(({ to }) => !moved.some((each) => each.to === to));
      return [stood.reduce((day, each) => movedOn(day, daysLost(each, period.from, setOn)), end.due)];
    }),
  );
}

/** The day on which a limit's day was set last, and the suspensions with which it has moved since. */
function wayOf(limit: LimitState): { readonly setOn: Day; readonly moved: readonly Standstill[] } {
  const chain = ownChain(limit);
  const set = chain.findLastIndex(({ kind }) => kind !== 'suspension');
  const moved = chain.flatMap(({ stood, to }, index) =>
    stood && index > set && to.due !== chain[index - 1]?.to.due ? [stood] : [],
  );
  return { setOn: dayInShanghai(chain[set]?.since ?? NEVER), moved };
}

/** Before everything: a limit without a word on its day has had it from the beginning. */
const NEVER: Instant = '1970-01-01T00:00:00.000Z';

/** The day of a period; a duty that ends within it cuts it off there. */
function cutDay({ due }: Period, end: Day | null): Day {
  return end !== null && due > end ? end : due;
}

/** The day from which a lane owes periods of a limit: a unit that came later does not owe what another left undone. */
function firstDayOf({ firstDay }: LimitState, lane: LaneState): Day | null {
  return firstDay !== null && lane.firstDay > firstDay ? lane.firstDay : firstDay;
}

/**
 * The period under way on the first day; the one after it when that was due by then: nobody owes what was due before they could act. Given
 * on the last day of a month, a monthly duty had been late the next morning with the whole of that month.
 */
function firstPeriod(rule: RecurrenceRule, firstDay: Day): Period {
  const current = periodOf(rule, firstDay);
  return current.due <= firstDay ? nextPeriod(rule, current) : current;
}

function openPeriod(state: TaskState, limit: LimitState, lane: LaneState, period: Period, duty: Duty): OpenObligation {
  const { limitId, armedAt, movedPeriods } = limit;
  const begins = shanghaiInstant(period.from, PERIOD_BEGINS_AT);
  const moved = movedPeriods.find((each) => each.period === period.id);
  const due = moved?.due ?? cutDay(period, lastDayOf(period, limit, duty));
  const movedWithTheEnd = duty.endMoves.flatMap(({ from, to, at }) =>
    cutDay(period, from) === cutDay(period, to) ? [] : [at],
  );
  const moments = [armedAt, moved?.since].flatMap((moment) => moment ?? []);
  const got = latest(begins, lane.since, ...moments, ...movedWithTheEnd);
  const owed = { lane: lane.unitId, limitId, period: period.id };
  return { ...owed, due, from: period.from, ...inLadder(state, lane, owed, due, got) };
}

/**
 * The day up to which a unit is in time: the due day, or the one on which it got what is owed, where that is later. A step that it took
 * back itself gives it no other one: a late request would have counted as timely.
 */
function lateFrom(due: Day, since: Instant): Day {
  const began = dayInShanghai(since);
  return began > due ? began : due;
}

/**
 * From when the rungs count of what a lane got: from the first time that the office took back a report which it had recorded for the unit,
 * once. What a unit takes back itself counts as never made.
 */
function owedAgainSince({ restarts }: TaskState, { lane, limitId, period }: Obligation, got: Instant): Instant {
  const first = restarts.find(
    (each) => each.lane === lane && each.limitId === limitId && each.period === period && each.since > got,
  );
  return first?.since ?? got;
}

/** Rungs count from the last of the moments that begin them: that of the limit, of the lane, and of the period. */
function latest(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((last, each) => (each > last ? each : last), first);
}

/** True when a lane owes a period of a limit, be it done or not. */
export function owesPeriod(state: TaskState, limit: LimitState, lane: LaneState, period: string): boolean {
  const duty = dutyOf(state, limit);
  if (duty === null || !owes(limit, lane)) return false;
  const { from } = periodById(duty.rule, period);
  return periodsOf(limit, lane, duty, from).some(({ id }) => id === period);
}

/** What lanes have not done, of limits without a date too: whoever asks for closure or closes answers for all of it. */
export function unfinished(
  state: TaskState,
  by: Day,
  lanes: readonly LaneState[] = state.lanes,
): readonly Obligation[] {
  const undated = state.limits.filter(({ recurrence, due }) => recurrence === null && due === null);
  const withoutDay = undated.flatMap((limit) =>
    lanes
      .filter((lane) => owes(limit, lane) && !isDone(limit, lane.unitId, null))
      .map(({ unitId }) => ({ lane: unitId, limitId: limit.limitId, period: null })),
  );
  const dated = openObligations(state, by, lanes).map(({ lane, limitId, period }) => ({ lane, limitId, period }));
  return [...dated, ...withoutDay];
}

/** The day on which an obligation is, or was, due; null where its limit has no date, or no such period (any more). */
export function dueOf(
  state: Pick<TaskState, 'limits' | 'endMoves'>,
  { limitId, period }: Pick<Obligation, 'limitId' | 'period'>,
): Day | null {
  const limit = state.limits.find((each) => each.limitId === limitId);
  if (!limit || period === null) return limit?.due ?? null;
  const duty = dutyOf(state, limit);
  const moved = limit.movedPeriods.find((each) => each.period === period);
  if (moved || !duty) return moved?.due ?? null;
  const named = namedPeriod(duty.rule, period);
  const stood = named && (afterStandstills(named, limit) ?? named);
  return stood && cutDay(stood, lastDayOf(stood, limit, duty));
}

/** True when a lane has done a limit (period null) or one period of it. */
export function isDone({ done }: Pick<LimitState, 'done'>, lane: string, period: string | null): boolean {
  return done.some((each) => each.lane === lane && each.period === period);
}
