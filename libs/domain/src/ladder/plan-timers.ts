import {
  addWorkingDays,
  dayInShanghai,
  epochMillis,
  instantText,
  rollBackward,
  shanghaiInstant,
  workingDaysBefore,
  type CompiledCalendar,
  type Day,
  type Instant,
} from '../calendar';
import { type Ladder, type LadderRung } from './ladder';
import { byMoment, timerIdOf, type PlannedTimer } from './timer';

/** A dated limit that is not done yet, or one open period of a recurring one. */
export interface OpenLimit {
  readonly limitId: string;
  /** Period id (`2021-Q3`) or null. */
  readonly period: string | null;
  readonly due: Day;
  /**
   * When this limit itself began to count, if later than the task: set, moved, or its period opened. Without it a change of one
   * limit would have to re-arm all of them.
   */
  readonly armedAt?: Instant;
}

/** What a plan is made from. */
export interface TimerPlanInput {
  readonly taskId: string;
  /** Cycle of the task, 1 unless reopened. */
  readonly cycle?: number;
  readonly limits: readonly OpenLimit[];
  /** Moment from which timers count: assignment, resumption, reopening. */
  readonly armedAt: Instant;
  readonly calendar: CompiledCalendar;
  readonly ladder: Ladder;
}

/**
 * The timers of a task's open limits, sorted by moment. Pure: whoever keeps timers replaces its open rows by this list and
 * leaves alone what has fired. A rung whose moment lies before the arming is not made up for, with one exception: for a limit that
 * is late already, the highest of its 催办 and escalation rungs that have passed fires at the arming, one and not a storm. A passed
 * proposal of criticism is never made up for; it is only due to those who were urged before.
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

interface RungMoment {
  readonly rung: LadderRung;
  readonly at: number;
}

function timersOf(limit: OpenLimit, input: TimerPlanInput): PlannedTimer[] {
  const armedAt = Math.max(epochMillis(input.armedAt), epochMillis(limit.armedAt ?? input.armedAt));
  const moments = input.ladder.rungs.map((rung) => ({
    rung,
    at: epochMillis(shanghaiInstant(rungDay(limit.due, rung.offsetWorkingDays, input.calendar), rung.at)),
  }));
  const ahead = moments.filter((moment) => moment.at >= armedAt);
  const missed = highestMissed(moments, limit, armedAt);
  const firing = missed === null ? ahead : [{ rung: missed, at: armedAt }, ...ahead];
  return firing.map((moment) => timerOf(moment, limit, input));
}

/** The last 催办 or escalation that should have come before the arming of a limit that is late by then. */
function highestMissed(moments: readonly RungMoment[], limit: OpenLimit, armedAt: number): LadderRung | null {
  if (dayInShanghai(armedAt) <= limit.due) return null;
  const passed = moments
    .filter(({ rung, at }) => at < armedAt && (rung.kind === 'urge' || rung.kind === 'escalate'))
    .sort((a, b) => a.at - b.at);
  return passed.at(-1)?.rung ?? null;
}

function timerOf({ rung, at }: RungMoment, limit: OpenLimit, input: TimerPlanInput): PlannedTimer {
  const { limitId, period, due } = limit;
  const identity = { taskId: input.taskId, cycle: input.cycle ?? 1, limitId, period, rungId: rung.rungId, due };
  return {
    timerId: timerIdOf(identity),
    limitId,
    period,
    rungId: rung.rungId,
    kind: rung.kind,
    due,
    fireAt: instantText(at),
  };
}
