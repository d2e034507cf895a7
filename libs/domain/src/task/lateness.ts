import { type CompiledCalendar, type Day, dayInShanghai, workingDaysBetween } from '../calendar';
import { laneOf } from './lanes';
import { type LateClock } from './task.parts';
import { type TaskState, type TurnKind } from './task.state';

/** A clock, as far as its lateness is asked for. */
type Clock = Pick<LateClock, 'obligation' | 'holder' | 'due'>;

/** What lateness is read from: whose turn it was and is. */
type Turns = Pick<TaskState, 'lanes' | 'spans' | 'turns'>;

/** Days in one hand: those after the first one, up to and with the last. */
interface Stretch {
  readonly kind: TurnKind;
  readonly lane: string | null;
  readonly from: Day;
  readonly to: Day;
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
  const count = (stretches: readonly Stretch[]) =>
    stretches.reduce((days, { from, to }) => days + lateWithin(due, by, { from, to }, calendar), 0);
  const stretches = stretchesOf(state, by);
  const lane = obligation && laneOf(state, obligation.lane);
  // Only leads have turns of work; of a supporting unit every day counts that is no other's.
  if (lane?.role === 'lead') {
    return count(stretches.filter((each) => each.lane === lane.unitId && OWN.includes(each.kind)));
  }
  const others = stretches.filter(({ kind }) => standsStill(kind, { obligation, holder }));
  return Math.max(0, workingDaysBetween(due, by, calendar)) - count(others);
}

/** True for turns during which a clock that is no lead's work stands still. Requests are decided during a suspension too, and answers are given during a check. */
function standsStill(kind: TurnKind, { obligation, holder }: Pick<Clock, 'obligation' | 'holder'>): boolean {
  if (obligation !== null) return OF_OTHERS.includes(kind);
  return holder !== 'decide' && kind === 'suspended';
}

/** All turns with their days; those that go on up to a day. */
function stretchesOf({ spans, turns }: Turns, by: Day): readonly Stretch[] {
  return [...spans, ...turns.map(({ kind, lane, since }) => ({ kind, lane, from: dayInShanghai(since), to: by }))];
}

/** The working days of a stretch that lie after the due day, up to a day. */
function lateWithin(due: Day, by: Day, { from, to }: Pick<Stretch, 'from' | 'to'>, calendar: CompiledCalendar): number {
  const [first, last] = [from > due ? from : due, to < by ? to : by];
  return first < last ? workingDaysBetween(first, last, calendar) : 0;
}
