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
import { SUSPENDED } from '../status';
import { taskAct, type TaskEvent } from '../task-act';
import { formFields } from '../task.form';
import { type LimitState, type Standstill, type Suspension, type TaskState } from '../task.state';

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
    const moved = { ...from, due: limit.due && movedDay(limit, limit.due, stood, calendar) };
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

/** A dated limit while somebody owes it, and a recurring one unless its duty had ended before. */
function isOpen(state: TaskState, limit: LimitState, { from, to }: Standstill): boolean {
  if (limit.recurrence !== null) return limit.due === null || limit.due >= from;
  return openOfLimit(state, limit, state.lanes, to).length > 0;
}

/**
 * The day from which a limit stood still: that of the suspension, or that on which its terms were set meanwhile. Terms that were
 * changed and put back count as never changed.
 */
function stoodFrom({ chain }: LimitState, { on, since }: Suspension): Day {
  const before = chain.findLast((move) => move.since <= since);
  const last = chain.at(-1);
  if (!last || last.since <= since || (before && sameTerms(before.to, last.to))) return on;
  const setOn = dayInShanghai(last.since);
  return setOn > on ? setOn : on;
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
function afterAllStandstills({ chain, due }: LimitState, stood: Standstill): Day {
  const begin = chain.findLastIndex(({ kind }) => kind !== 'suspension');
  const all = [...chain.slice(begin + 1).flatMap((move) => move.stood ?? []), stood];
  const days = all.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
  return addDays(chain[begin]?.to.due ?? due ?? stood.to, days);
}
