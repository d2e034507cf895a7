import { z } from 'zod';
import {
  addDays,
  addWorkingDays,
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
import { termsOf } from '../limits';
import { openObligations, type OpenObligation } from '../obligations';
import { SUSPENDED } from '../status';
import { taskAct, type TaskEvent } from '../task-act';
import { stepFields } from '../task.form';
import { type LimitState, type TaskState } from '../task.state';

/** The engine resumes a task just after midnight, before the rungs of that morning. */
const RESUMES_AT = '00:05';

/** The log takes 512 events of one command. */
const MAX_MOVES = 500;
const TOO_MANY_MOVES = reject(
  'TASK.TOO_MANY_OWED',
  `未完成的时限按期次计已超过${MAX_MOVES}项，请先更正或删除周期性时限，再恢复办理。`,
);

const NOT_SUSPENDED = reject('TASK.NOT_SUSPENDED', '任务没有缓办，请刷新后查看。');

/**
 * 恢复: a suspended task goes on, by a person or by itself on the day to which it was suspended; a late hand does not prolong that.
 * What is open moves by the days for which its clock stood still.
 */
export const resume = taskAct({
  type: 'task.resume',
  word: '恢复办理',
  command: z.strictObject(stepFields),
  sample: {},
  grants: [...OFFICE, ...ENGINE],
  offered: 'leading',
  from: SUSPENDED,
  to: ['back'],
  withdrawable: false,
  byItself: ({ suspension }) => (suspension ? shanghaiInstant(suspension.until, RESUMES_AT) : null),
  edits: ['steps'],
  decide: (state, { occurredOn }, { today, actor, calendar }) => {
    const { suspension } = state;
    if (!suspension) return NOT_SUSPENDED;
    const { until } = suspension;
    const byEngine = actor.role === 'engine';
    if (byEngine && today < until) return reject('TIMER.OBSOLETE', '缓办尚未到期。');
    const stated = occurredOn ?? today;
    const on = stated < until ? stated : until;
    const moves = movesOf(state, { from: suspension.on, to: on, reason: suspension.reason }, calendar);
    if (moves.length > MAX_MOVES) return TOO_MANY_MOVES;
    return [{ type: 'task.resumed', data: { on, by: byEngine ? 'engine' : 'person' } }, ...moves];
  },
});

/** For which days the clocks of a task stood still, and why. */
interface Standstill {
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
}

/** The moves of what is open: each limit, and each period of a recurring one, once, whichever lanes owe it. */
function movesOf(state: TaskState, standstill: Standstill, calendar: CompiledCalendar): readonly TaskEvent[] {
  const open = openObligations(state, standstill.to);
  return state.limits.flatMap((limit) => {
    const owed = open.filter(({ limitId }) => limitId === limit.limitId);
    const periods = [...new Set(owed.map(({ period }) => period))];
    return periods.flatMap((period) => {
      const [first] = owed.filter((each) => each.period === period).sort(byArming);
      return first ? moveOf(limit, first, standstill, calendar) : [];
    });
  });
}

/** What was armed first has stood the longest. */
function byArming(one: OpenObligation, other: OpenObligation): number {
  return one.armedAt < other.armedAt ? -1 : 1;
}

function moveOf(
  limit: LimitState,
  { period, due, armedAt }: OpenObligation,
  { from, to, reason }: Standstill,
  calendar: CompiledCalendar,
): TaskEvent[] {
  // A limit that was set, or a period that began, meanwhile stood still from then on only.
  const armedOn = dayInShanghai(armedAt);
  const moved = movedDay(limit, due, { from: armedOn > from ? armedOn : from, to }, calendar);
  if (moved === due) return [];
  const terms = period === null ? termsOf(limit) : { recurrence: null, dueOn: null };
  const data = {
    from: { ...terms, due },
    to: { ...terms, due: moved },
    kind: 'suspension',
    reason,
    cause: null,
  } as const;
  return [{ type: 'limit.moved', data: { limitId: limit.limitId, period, ...data } }];
}

/** A day after a standstill: a count of working days moves by these, anything else by calendar days; counted days roll over holidays (民法典 art. 203). */
function movedDay(
  { countedIn }: LimitState,
  due: Day,
  { from, to }: Omit<Standstill, 'reason'>,
  calendar: CompiledCalendar,
): Day {
  if (from >= to) return due;
  if (countedIn === 'working-day') {
    const stood = workingDaysBetween(from, to, calendar);
    return stood === 0 ? due : addWorkingDays(due, stood, calendar);
  }
  const moved = addDays(due, daysBetween(from, to));
  return countedIn === undefined ? moved : rollForward(moved, calendar);
}
