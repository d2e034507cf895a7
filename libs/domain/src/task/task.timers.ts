import { type CompiledCalendar, type Day, dayInShanghai, instantText } from '../calendar';
import {
  type Ladder,
  type OpenLimit,
  type PlannedTimer,
  planTimers,
  type RungKind,
  timerIdOf,
  timerKey,
} from '../ladder';
import { type Policy } from '../policy';
import { TASK_ACTS } from './acts';
import { fireRung } from './acts/fire-rung.act';
import { clockOf, clockRungKey } from './clock-rung';
import { CLOCKED, holdersOf, type Rules } from './holders';
import { workingLanes } from './lanes';
import { comingPeriod, openOfWorking } from './obligations';
import { isRunning } from './status';
import { type TaskActTraits } from './task-act';
import { type LaneState, type TaskState, taskStateSchema } from './task.state';

/** So many periods ahead are looked through for one that has a rung: in a long holiday a daily duty has none. */
const PERIODS_AHEAD = 60;

/** A timer: an act that the engine asks of a task, and when. */
export interface TaskTimer {
  /** Deterministic: the same state asks for the same timers. */
  readonly timerId: string;
  /** Of the timers of one group that are due together, after a standstill, only the last is wanted. */
  readonly group: string;
  /** ISO, UTC. */
  readonly fireAt: string;
  /** The act and its body. */
  readonly act: string;
  readonly body: object;
}

/**
 * Every timer that a task's state asks for: the rungs of its limits and of its holders that have not fired, and the acts that come by themselves. The same
 * state always gives the same timers; keeping them means keeping rows equal to these.
 */
export function timersOfTask(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  policy: Policy,
): readonly TaskTimer[] {
  const rungs = rungsOfTask(taskId, state, calendar, policy.ladders.limits).map((rung) => {
    const { lane, limitId, period } = rung;
    return rungTimer(rung, { obligation: { lane, limitId, period } });
  });
  return [...rungs, ...clockTimers(taskId, state, { calendar, policy }), ...actsByThemselves(taskId, state)];
}

/** What no timer follows from: who did what last, and what was reported. Of a moment no more than its day counts. */
const UNTIMED: readonly (keyof TaskState)[] = [
  'lanes',
  'recordedAt',
  'revision',
  'contentRevision',
  'stepRevision',
  'lastSteps',
  'lastStepOn',
  'lastReport',
  'lastReportedAt',
  'participation',
  'evidence',
  'indicators',
];
const UNTIMED_OF_LANE: readonly (keyof LaneState)[] = ['stepRevision', 'lastStepOn', 'lastReport'];

const { shape } = taskStateSchema;
const TIMED = taskStateSchema.keyof().options.filter((part) => !UNTIMED.includes(part));
const TIMED_OF_LANE = shape.lanes.element.keyof().options.filter((part) => !UNTIMED_OF_LANE.includes(part));

/**
 * True only where two states of a task surely ask for the same timers, by the same calendar: after most reports. It compares what
 * is the same object or is not, so that it costs a hundredth of planning both.
 */
export function haveSameTimers(before: TaskState, after: TaskState): boolean {
  return (
    TIMED.every((part) => before[part] === after[part]) &&
    dayInShanghai(before.recordedAt) === dayInShanghai(after.recordedAt) &&
    before.lanes.length === after.lanes.length &&
    before.lanes.every((lane, index) => isSameLane(lane, after.lanes[index]))
  );
}

function isSameLane(lane: LaneState, other: LaneState | undefined): boolean {
  return other !== undefined && TIMED_OF_LANE.every((part) => lane[part] === other[part]);
}

function rungTimer(rung: PlannedTimer, subject: object): TaskTimer {
  const { timerId, fireAt, round, climb, rungId, kind, due } = rung;
  const body = { ...subject, round, climb, rung: { rungId, kind }, due };
  return { timerId, group: `${limitOf(rung)} ${due}`, fireAt, act: fireRung.type, body };
}

/** The timers of holders whose clock is none of a limit. */
function clockTimers(taskId: string, state: TaskState, rules: Rules): readonly TaskTimer[] {
  const fired = new Set(state.fired);
  return holdersOf(state, rules).flatMap((holder) => {
    const { kind, lane, since, number, due } = holder;
    if (due === null || !CLOCKED.some((clocked) => clocked === kind)) return [];
    const limits = [{ ...clockOf(kind, lane), due, armedAt: since, climb: number }];
    const { calendar, policy } = rules;
    const rungs = planTimers({
      taskId,
      round: state.round,
      limits,
      calendar,
      ladder: lane === null ? policy.ladders.holders : policy.ladders.replies,
    }).map((rung) => {
      const key = clockRungKey(state.round, holder, rung.rungId, due);
      return { ...rung, key, timerId: timerIdOf(taskId, key) };
    });
    return withoutPassed(withoutAbove(state, rungs), fired).map((rung) =>
      rungTimer(rung, { holder: kind, ...(lane === null ? {} : { unit: lane }) }),
    );
  });
}

function actsByThemselves(taskId: string, state: TaskState): readonly TaskTimer[] {
  return Object.values<TaskActTraits & { readonly type: string }>(TASK_ACTS).flatMap(({ type, from, byItself }) => {
    const moment = from.includes(state.status) ? byItself?.(state) : null;
    if (!moment) return [];
    const fireAt = instantText(moment);
    const timerId = timerKey(taskId, type, fireAt);
    return [{ timerId, group: timerId, fireAt, act: type, body: {} }];
  });
}

/**
 * Every rung that a task's state asks for and that has not fired: those of what its lanes owe, and of the next period of
 * each recurring limit. Each rung that fires is an event and leads to a new plan, so one period ahead is enough to go on by. A limit is
 * never reminded of a rung below one that has fired: after a standstill only the last of those missed is told.
 */
export function rungsOfTask(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  ladder: Ladder,
): readonly PlannedTimer[] {
  if (!isRunning(state)) return [];
  const plan = (limits: readonly OpenLimit[]) =>
    withoutAbove(state, planTimers({ taskId, round: state.round, limits, calendar, ladder }));
  const known = dayInShanghai(state.recordedAt);
  const rungs = [...plan(openOfWorking(state, known)), ...ahead(state, known, plan)];
  return withoutPassed(rungs, new Set(state.fired));
}

/** Rungs that tell others of a unit's delay: a supporting unit that is late is shown to its lead, and nobody above. */
const ABOVE_THE_UNIT: readonly RungKind[] = ['escalate', 'propose'];

function withoutAbove({ lanes }: TaskState, rungs: readonly PlannedTimer[]): readonly PlannedTimer[] {
  const supports = new Set(lanes.filter(({ role }) => role === 'support').map(({ unitId }) => unitId));
  return rungs.filter(({ lane, kind }) => !supports.has(lane) || !ABOVE_THE_UNIT.includes(kind));
}

/** The rungs of the next period that has some, of each recurring limit and lane. */
function ahead(
  state: TaskState,
  known: Day,
  plan: (limits: readonly OpenLimit[]) => readonly PlannedTimer[],
): readonly PlannedTimer[] {
  return workingLanes(state).flatMap((lane) =>
    state.limits.flatMap((limit) => {
      let after = known;
      for (let passed = 0; passed < PERIODS_AHEAD; passed += 1) {
        const coming = comingPeriod(state, limit, lane, after);
        if (coming === null || coming.from === null) return [];
        const rungs = plan([coming]);
        if (rungs.length > 0) return rungs;
        after = coming.from;
      }
      return [];
    }),
  );
}

/** The rungs that have not fired and are not below one that has, each limit (or period of one) by itself. */
function withoutPassed(rungs: readonly PlannedTimer[], fired: ReadonlySet<string>): readonly PlannedTimer[] {
  if (fired.size === 0) return rungs;
  const reached = new Map<string, string>();
  for (const rung of rungs) {
    const limit = limitOf(rung);
    if (fired.has(rung.key) && rung.fireAt > (reached.get(limit) ?? '')) reached.set(limit, rung.fireAt);
  }
  return rungs.filter((rung) => !fired.has(rung.key) && rung.fireAt >= (reached.get(limitOf(rung)) ?? ''));
}

function limitOf({ lane, limitId, period }: PlannedTimer): string {
  return `${lane} ${limitId} ${period ?? ''}`;
}
