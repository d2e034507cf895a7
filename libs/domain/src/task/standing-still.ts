import {
  addDays,
  addWorkingDays,
  CalendarError,
  type CompiledCalendar,
  type Day,
  dayInShanghai,
  daysBetween,
  rollForward,
  workingDaysBetween,
} from '../calendar';
import { sameTerms, termsOf } from './limits';
import { openOfLimit } from './obligations';
import { ownChain } from './rhythm';
import { type TaskEvent } from './task-act';
import { type LimitState, type Move, type Standstill, type Suspension, type TaskState } from './task.state';

/** A suspension, as far as it says how long limits stand still. */
type Stood = Pick<Suspension, 'on' | 'reason'>;

/** When a suspended task goes on, and by whose hand. */
type GoingOn = Extract<TaskEvent, { type: 'task.resumed' }>['data'];

/** A suspended task goes on: what is open moves by the days for which its clock stood still. */
export function goneOn(
  state: TaskState,
  suspension: Stood,
  goingOn: GoingOn,
  calendar: CompiledCalendar,
): readonly TaskEvent[] {
  return [{ type: 'task.resumed', data: goingOn }, ...movesOf(state, suspension, goingOn.on, calendar)];
}

/** The moves of what is open: each limit once, whichever lanes owe it. The periods of a recurring one follow from how long it stood. */
function movesOf(state: TaskState, suspension: Stood, to: Day, calendar: CompiledCalendar): readonly TaskEvent[] {
  return state.limits.flatMap((limit) => {
    const stood = { from: stoodFrom(limit, suspension), to };
    if (stood.from >= to || !isOpen(state, limit, stood)) return [];
    const from = termsOf(limit);
    const moved = { ...from, due: dayAfter(limit, suspension, to, calendar) };
    if (limit.recurrence === null && moved.due === limit.due) return [];
    const { reason } = suspension;
    const data = {
      limitId: limit.limitId,
      period: null,
      from,
      to: moved,
      kind: 'suspension',
      reason,
      stood,
      cause: null,
    } as const;
    return [{ type: 'limit.moved', data }];
  });
}

/** What somebody still owes, a period of a duty that is over too; and a duty that may have periods to come. */
function isOpen(state: TaskState, limit: LimitState, { from, to }: Standstill): boolean {
  const goesOn = limit.recurrence !== null && (limit.due === null || limit.due >= from);
  return goesOn || openOfLimit(state, limit, state.lanes, to).length > 0;
}

/**
 * The day from which a limit stood still: that of the suspension, or that on which it got its day or its rhythm meanwhile. A duty whose
 * end moved, or one of its periods, has its rhythm as before: taken to stand still from then only, it owed every period that had lain
 * within the suspension.
 */
function stoodFrom(limit: LimitState, suspension: Stood): Day {
  const { before } = linksOf(limit, suspension);
  const keepsRhythm = limit.recurrence !== null && before?.to.recurrence === limit.recurrence;
  return keepsRhythm ? suspension.on : dayStoodFrom(limit, suspension);
}

/** The day from which a limit's own day stood still, be it the due day or the end of a duty. Terms that were changed and put back count as never changed. */
function dayStoodFrom(limit: LimitState, suspension: Stood): Day {
  const { on } = suspension;
  const { before, last } = linksOf(limit, suspension);
  if (!last || (before && sameTerms(before.to, last.to))) return on;
  const setOn = dayInShanghai(last.since);
  return setOn > on ? setOn : on;
}

/** The moves of a limit itself, those of single periods aside: the last one up to the first day of the suspension, and the last one at all. */
function linksOf(limit: LimitState, { on }: Stood): { readonly before?: Move; readonly last?: Move } {
  const own = ownChain(limit);
  const [before, last] = [own.findLast(({ since }) => dayInShanghai(since) <= on), own.at(-1)];
  return { ...(before ? { before } : {}), ...(last ? { last } : {}) };
}

/** A limit's own day afterwards; the end of a duty that was over when it was suspended stays: moved on, it would ask for periods that nobody owed. */
function dayAfter(limit: LimitState, suspension: Stood, to: Day, calendar: CompiledCalendar): Day | null {
  const { due, recurrence } = limit;
  const from = dayStoodFrom(limit, suspension);
  if (due === null || from >= to || (recurrence !== null && due < from)) return due;
  return movedDay(limit, due, { from, to }, calendar);
}

/** A day after a standstill: a count of working days moves by these, anything else by calendar days; counted days roll over holidays (民法典 art. 203). */
function movedDay(limit: LimitState, due: Day, stood: Standstill, calendar: CompiledCalendar): Day {
  try {
    const { countedIn } = limit;
    if (countedIn === 'working-day') {
      const days = workingDaysBetween(stood.from, stood.to, calendar);
      return days === 0 ? due : addWorkingDays(due, days, calendar);
    }
    if (countedIn === undefined) return addDays(due, daysBetween(stood.from, stood.to));
    return rollForward(afterAllStandstills(limit, stood), calendar);
  } catch (error) {
    // The last day of the calendar stays where it is: an act of the engine that fails would be tried for ever.
    if (error instanceof CalendarError && error.code === 'CALENDAR.DAY_OUT_OF_RANGE') return due;
    throw error;
  }
}

/** Counted from the day before any suspension: a day that was rolled over a holiday before must not be rolled on from. */
function afterAllStandstills(limit: LimitState, stood: Standstill): Day {
  const { due } = limit;
  const chain = ownChain(limit);
  const begin = chain.findLastIndex(({ kind }) => kind !== 'suspension');
  const all = [...chain.slice(begin + 1).flatMap((move) => move.stood ?? []), stood];
  const days = all.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
  return addDays(chain[begin]?.to.due ?? due ?? stood.to, days);
}
