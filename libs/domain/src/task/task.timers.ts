import { type CompiledCalendar, dayInShanghai, instantText } from '../calendar';
import { type PlannedTimer, timerKey } from '../ladder';
import { type Policy } from '../policy';
import { type Rules } from '../shared/circumstances';
import { TASK_ACTS } from './acts';
import { fireRung } from './acts/fire-rung.act';
import { clockRungsOf, groupOf, rungsOfTask } from './rungs';
import { type TaskActTraits } from './task-act';
import { type LaneState, type TaskState, taskStateSchema } from './task.state';

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
  'acceptance',
  'evidence',
  'indicators',
];
const UNTIMED_OF_LANE: readonly (keyof LaneState)[] = ['stepRevision', 'lastStepOn', 'lastReport', 'shown'];

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
  return { timerId, group: groupOf(rung), fireAt, act: fireRung.type, body };
}

/** The timers of holders whose clock is none of a limit. */
function clockTimers(taskId: string, state: TaskState, rules: Rules): readonly TaskTimer[] {
  return clockRungsOf(taskId, state, rules).flatMap(({ holder: { kind, lane }, rungs }) =>
    rungs.map((rung) => rungTimer(rung, { holder: kind, ...(lane === null ? {} : { unit: lane }) })),
  );
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
