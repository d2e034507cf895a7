import { type CompiledCalendar, type Day, dayInShanghai, workingDaysBetween } from '../calendar';
import { laneOf } from './lanes';
import { type LateClock } from './task.parts';
import { owes } from './obligations';
import { type LaneState, type Standstill, type TaskState, type TurnKind } from './task.state';

/** A clock, as far as its lateness is asked for. */
type Clock = Pick<LateClock, 'obligation' | 'holder' | 'due'>;

/** What lateness is read from: whose turn it was and is, and the suspensions with which days moved. */
type Turns = Pick<TaskState, 'lanes' | 'limits' | 'spans' | 'turns'>;

/**
 * Days that do not count against whoever is late: those after `from`, up to and with `to`. Null: from the beginning, or they go on.
 */
export interface SparedDays {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Days in one hand: those after the first one, up to and with the last; null: they go on. */
interface Stretch extends SparedDays {
  readonly kind: TurnKind;
  readonly lane: string | null;
  readonly from: Day;
}

/** Turns in which a unit has its part in hand. */
const OWN: readonly TurnKind[] = ['reply', 'work'];

/** Turns of the whole task in which no unit can do anything. */
const OF_OTHERS: readonly TurnKind[] = ['assign', 'check', 'close', 'suspended'];

/**
 * By how many working days a clock is late on a day; 0 on the due day and before. The clock runs on everyone, and each day is charged once:
 * of the days after the due one only those count on which the late one could act. A unit to which a task came back with its old day was told
 * to be late by the weeks that the check had taken.
 */
export function daysLate(
  state: Turns,
  { obligation, holder, due }: Clock,
  by: Day,
  calendar: CompiledCalendar,
): number {
  return lateDays({ due, spared: sparedDays(state, { lane: obligation?.lane ?? null, holder }) }, by, calendar);
}

/** The same for whoever knows the days that do not count: lists say by how much a task is late as its escalations do. */
export function lateDays(
  { due, spared }: { readonly due: Day; readonly spared: readonly SparedDays[] },
  by: Day,
  calendar: CompiledCalendar,
): number {
  return spared.reduce(
    (days, each) => days - within(due, by, each, calendar),
    Math.max(0, workingDaysBetween(due, by, calendar)),
  );
}

/** Whose clock it is: a unit's that owes something, or that of a holder. */
interface Late {
  readonly lane: string | null;
  readonly holder: string | null;
}

/**
 * The days that do not count against a clock. Only leads have turns of work; of a supporting unit every day counts that is no other's. Days of
 * a suspension with which its own days moved are out of the count already: left out once more, a unit that had been late for four days was
 * told that it was late for one.
 */
export function sparedDays(state: Turns, late: Late): readonly SparedDays[] {
  const stretches = stretchesOf(state);
  const lane = laneOf(state, late.lane);
  const others =
    lane?.role === 'lead'
      ? between(stretches.filter((each) => each.lane === lane.unitId && OWN.includes(each.kind)))
      : stretches.filter(({ kind }) => standsStill(kind, late)).map(({ from, to }) => ({ from, to }));
  return lane === null ? others : movedBy(state, lane).reduce(without, others);
}

/** The suspensions with which the days moved of what a unit owes, or has done. */
function movedBy({ limits }: Turns, lane: LaneState): readonly Standstill[] {
  return limits.filter((limit) => owes(limit, lane)).flatMap(({ standstills }) => standstills);
}

/** Spared days without those of a standstill. */
function without(spared: readonly SparedDays[], { from, to }: Standstill): readonly SparedDays[] {
  return spared.flatMap((each) => {
    if ((each.from !== null && each.from >= to) || (each.to !== null && each.to <= from)) return [each];
    const before = each.from === null || each.from < from ? [{ from: each.from, to: from }] : [];
    const after = each.to === null || each.to > to ? [{ from: to, to: each.to }] : [];
    return [...before, ...after];
  });
}

/** What lies before, between and after stretches of one hand, which come one after the other. */
function between(own: readonly Stretch[]): readonly SparedDays[] {
  const spared: SparedDays[] = [];
  let from: Day | null = null;
  for (const { from: begun, to } of own) {
    if (from === null || begun > from) spared.push({ from, to: begun });
    if (to === null) return spared;
    from = to;
  }
  return [...spared, { from, to: null }];
}

/** True for turns during which a clock that is no lead's work stands still. Requests are decided during a suspension too, and answers are given during a check. */
function standsStill(kind: TurnKind, { lane, holder }: Late): boolean {
  if (lane !== null) return OF_OTHERS.includes(kind);
  return holder !== 'decide' && kind === 'suspended';
}

/** All turns with their days. */
function stretchesOf({ spans, turns }: Turns): readonly Stretch[] {
  return [...spans, ...turns.map(({ kind, lane, since }) => ({ kind, lane, from: dayInShanghai(since), to: null }))];
}

/** The working days of a stretch that lie after the due day, up to a day. */
function within(due: Day, by: Day, { from, to }: SparedDays, calendar: CompiledCalendar): number {
  const first = from !== null && from > due ? from : due;
  const last = to !== null && to < by ? to : by;
  return first < last ? workingDaysBetween(first, last, calendar) : 0;
}
