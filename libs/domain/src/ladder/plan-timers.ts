import {
  addWorkingDays,
  CalendarError,
  dayInShanghai,
  epochMillis,
  rollBackward,
  shanghaiInstant,
  workingDaysBefore,
  workingDaysBetween,
  type CompiledCalendar,
  type Day,
  type Instant,
} from '../calendar';
import { type Ladder, type LadderRung, type RungKind } from './ladder';
import { byMoment, type PlannedTimer, rungKeyOf, timerIdOf } from './timer';

/** What a lane owes and has not done: a dated limit, or one period of a recurring one. */
export interface OpenLimit {
  readonly lane: string;
  readonly limitId: string;
  /** Period id (`2021-Q3`) or null. */
  readonly period: string | null;
  readonly due: Day;
  /** From when its rungs count: assignment, return, a moved day, or the beginning of its period. */
  readonly armedAt: Instant;
  /** Which run of the limit's ladder. */
  readonly climb: number;
  /** A request for more time that came in time waits: nothing is said of the delay meanwhile. */
  readonly held?: boolean;
  /** The day on which such a request was refused: lateness counts from it where it is later. */
  readonly refusedOn?: Day | null;
  /** The day from which lateness counts where its ladder goes on after days in other hands; left out: see {@link lateFrom}. */
  readonly countedFrom?: Day;
}

/** What a plan is made from. */
export interface TimerPlanInput {
  readonly taskId: string;
  /** Round of the task: 1 unless reopened. */
  readonly round: number;
  readonly limits: readonly OpenLimit[];
  readonly calendar: CompiledCalendar;
  readonly ladder: Ladder;
}

/**
 * The timers of a task's open limits, sorted by moment. Pure: whoever keeps timers replaces its open rows by this list and
 * leaves alone what has fired. Rungs count from the due day, or from the day of the arming where that is later: nobody is urged for
 * days on which they could not act (a task assigned late was escalated twelve seconds after its assignment). A rung whose moment lies
 * before the arming is not made up for.
 */
export function planTimers(input: TimerPlanInput): readonly PlannedTimer[] {
  return input.limits.flatMap((limit) => timersOf(limit, input)).sort(byMoment);
}

/**
 * The day on which a rung falls. Named dates do not move, but nobody reads a notice on a holiday: on and before the due day rungs
 * count back from the last working day not after it, after the due day they count working days from it.
 */
export function rungDay(due: Day, offsetWorkingDays: number, calendar: CompiledCalendar): Day {
  if (offsetWorkingDays > 0) return addWorkingDays(due, offsetWorkingDays, calendar);
  return workingDaysBefore(rollBackward(due, calendar), -offsetWorkingDays, calendar);
}

/** A rung or a notice, as far as it has a moment. */
type Timed = Pick<LadderRung, 'rungId' | 'offsetWorkingDays' | 'at'> & { readonly kind: RungKind };

interface RungMoment {
  readonly rung: Timed;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The same as ISO text. */
  readonly fireAt: string;
}

/** What notices are planned from. */
type NoticeInput = Pick<TimerPlanInput, 'taskId' | 'round' | 'calendar' | 'ladder'>;

/** The number of working days after which a delay was told again last, if it was told by a day as the ladder says; null before the first. */
export function lastNoticeBy(day: Day, limit: OpenLimit, { ladder, calendar }: NoticeInput): number | null {
  if (ladder.notices === null) return null;
  const { from, every } = ladder.notices;
  const late = workingDaysBetween(lateFrom(limit), day, calendar);
  return late < from ? null : from + Math.floor((late - from) / every) * every;
}

/** The notice so many working days after the day from which lateness counts. None beyond the end of the calendar. */
export function noticeAfter(days: number, limit: OpenLimit, input: NoticeInput): readonly PlannedTimer[] {
  const { notices } = input.ladder;
  if (notices === null) return [];
  const rung = { rungId: `notice-${String(days)}`, kind: 'notice', offsetWorkingDays: days, at: notices.at } as const;
  return momentOf(rung, lateFrom(limit), input.calendar).map((moment) => timerOf(moment, limit, input));
}

/** The day from which lateness counts: the due day, that of the arming, or that of a refusal, whichever is last. */
export function lateFrom({ due, armedAt, refusedOn, countedFrom }: OpenLimit): Day {
  return countedFrom ?? later(later(due, dayInShanghai(epochMillis(armedAt))), refusedOn ?? due);
}

function timersOf(limit: OpenLimit, input: TimerPlanInput): PlannedTimer[] {
  const armedAt = epochMillis(limit.armedAt);
  const due = later(limit.due, dayInShanghai(armedAt));
  return [...untilDue(due, input), ...afterDay(lateFrom(limit), input)]
    .filter(({ at }) => at >= armedAt && !(limit.held && dayInShanghai(at) > due))
    .map((moment) => timerOf(moment, limit, input));
}

function untilDue(due: Day, { ladder, calendar }: TimerPlanInput): readonly RungMoment[] {
  return momentsOf(due, ladder, calendar).filter(({ rung }) => rung.offsetWorkingDays <= 0);
}

function afterDay(day: Day, { ladder, calendar }: TimerPlanInput): readonly RungMoment[] {
  return momentsOf(day, ladder, calendar).filter(({ rung }) => rung.offsetWorkingDays > 0);
}

function later(day: Day, other: Day): Day {
  return other > day ? other : day;
}

type MomentsByDay = Map<Day, readonly RungMoment[]>;

/** Most due days that are remembered for one calendar and ladder; the memory is then emptied. */
const DAYS_REMEMBERED = 5_000;
/** Tasks share due days: planning the timers of 10,000 tasks takes 79 ms with this memory and 198 ms without. */
const remembered = new WeakMap<CompiledCalendar, WeakMap<Ladder, MomentsByDay>>();

/** The moment of each rung for a due day. It is the same for every task. */
function momentsOf(due: Day, ladder: Ladder, calendar: CompiledCalendar): readonly RungMoment[] {
  const byDay = momentsByDay(ladder, calendar);
  const known = byDay.get(due);
  if (known) return known;
  const moments = ladder.rungs.flatMap((rung) => momentOf(rung, due, calendar));
  if (byDay.size >= DAYS_REMEMBERED) byDay.clear();
  byDay.set(due, moments);
  return moments;
}

/** None for a day beyond the calendar: 2999-12-31, typed by mistake, had stopped the reminders of every other task. */
function momentOf(rung: Timed, due: Day, calendar: CompiledCalendar): readonly RungMoment[] {
  try {
    const fireAt = shanghaiInstant(rungDay(due, rung.offsetWorkingDays, calendar), rung.at);
    return [{ rung, at: epochMillis(fireAt), fireAt }];
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'CALENDAR.DAY_OUT_OF_RANGE') return [];
    throw error;
  }
}

function momentsByDay(ladder: Ladder, calendar: CompiledCalendar): MomentsByDay {
  const known = remembered.get(calendar)?.get(ladder);
  if (known) return known;
  const byDay: MomentsByDay = new Map();
  const byLadder = remembered.get(calendar) ?? new WeakMap<Ladder, MomentsByDay>();
  remembered.set(calendar, byLadder.set(ladder, byDay));
  return byDay;
}

function timerOf(
  { rung: { rungId, kind }, fireAt }: RungMoment,
  { lane, limitId, period, due, climb }: OpenLimit,
  { taskId, round }: NoticeInput,
): PlannedTimer {
  const key = rungKeyOf({ round, climb, lane, limitId, period, rungId, due });
  return { key, timerId: timerIdOf(taskId, key), round, climb, lane, limitId, period, rungId, due, kind, fireAt };
}
