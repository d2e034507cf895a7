import { z } from 'zod';
import {
  addDays,
  addWorkingDays,
  CalendarError,
  type CompiledCalendar,
  type Day,
  dayInShanghai,
  daysBetween,
  rollForward,
  shanghaiInstant,
  workingDaysBetween,
} from '../../calendar';
import { ENGINE, OFFICE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { sameTerms, termsOf } from '../limits';
import { openOfLimit } from '../obligations';
import { ownChain } from '../rhythm';
import { SUSPENDED } from '../status';
import { taskAct, type TaskEvent } from '../task-act';
import { formFields } from '../task.form';
import { type LimitState, type Move, type Standstill, type Suspension, type TaskState } from '../task.state';

/** The engine resumes a task just after midnight, before the rungs of that morning. */
const RESUMES_AT = '00:05';

const NOT_SUSPENDED = reject('TASK.NOT_SUSPENDED', '任务没有缓办，不用恢复办理。');

/**
 * 恢复: a suspended task goes on, by a person or by itself on the day to which it was suspended; a late hand does not prolong that.
 * What is open moves by the days for which its clock stood still. It goes on when it is resumed and at no stated day: resumed for a day
 * in the past, a unit was escalated the minute it had the task again.
 */
export const resume = taskAct({
  type: 'task.resume',
  word: '恢复办理',
  command: z.strictObject(formFields),
  sample: {},
  grants: [...OFFICE, ...ENGINE],
  offered: 'leading',
  from: SUSPENDED,
  to: ['back'],
  withdrawable: false,
  byItself: ({ suspension }) => (suspension ? shanghaiInstant(suspension.until, RESUMES_AT) : null),
  edits: ['steps'],
  decide: (state, _data, { today, actor, calendar }) => {
    const { suspension } = state;
    if (!suspension) return NOT_SUSPENDED;
    const { until } = suspension;
    const byEngine = actor.role === 'engine';
    if (byEngine && today < until) return reject('TIMER.OBSOLETE', '缓办尚未到期。');
    const on = today < until ? today : until;
    const moves = movesOf(state, suspension, on, calendar);
    return [{ type: 'task.resumed', data: { on, by: byEngine ? 'engine' : 'person' } }, ...moves];
  },
});

/** The moves of what is open: each limit once, whichever lanes owe it. The periods of a recurring one follow from how long it stood. */
function movesOf(state: TaskState, suspension: Suspension, to: Day, calendar: CompiledCalendar): readonly TaskEvent[] {
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
function stoodFrom(limit: LimitState, suspension: Suspension): Day {
  const { before } = linksOf(limit, suspension);
  const keepsRhythm = limit.recurrence !== null && before?.to.recurrence === limit.recurrence;
  return keepsRhythm ? suspension.on : dayStoodFrom(limit, suspension);
}

/** The day from which a limit's own day stood still, be it the due day or the end of a duty. Terms that were changed and put back count as never changed. */
function dayStoodFrom(limit: LimitState, suspension: Suspension): Day {
  const { on, since } = suspension;
  const { before, last } = linksOf(limit, suspension);
  if (!last || last.since <= since || (before && sameTerms(before.to, last.to))) return on;
  const setOn = dayInShanghai(last.since);
  return setOn > on ? setOn : on;
}

/** The moves of a limit itself, those of single periods aside: the last one before the suspension, and the last one at all. */
function linksOf(limit: LimitState, { since }: Suspension): { readonly before?: Move; readonly last?: Move } {
  const own = ownChain(limit);
  const [before, last] = [own.findLast((move) => move.since <= since), own.at(-1)];
  return { ...(before ? { before } : {}), ...(last ? { last } : {}) };
}

/** A limit's own day afterwards; the end of a duty that was over when it was suspended stays: moved on, it would ask for periods that nobody owed. */
function dayAfter(limit: LimitState, suspension: Suspension, to: Day, calendar: CompiledCalendar): Day | null {
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
