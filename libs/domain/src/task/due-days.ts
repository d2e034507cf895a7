import { type Day, dayInShanghai } from '../calendar';
import { leadLanes } from './lanes';
import { comingPeriod, isDone, lastDatedDay, openObligations, owes } from './obligations';
import { isEnded, isSuspended } from './status';
import { type Completion, type LaneState, type LimitState, type TaskState } from './task.state';

/** What completed a dated limit: the last of its lanes; null while one of them still owes it, and for recurring limits. */
export function completionOf({ lanes }: TaskState, limit: LimitState): Completion | null {
  const owing = lanes.filter((lane) => owes(limit, lane));
  if (limit.recurrence !== null || owing.length === 0) return null;
  if (!owing.every(({ unitId }) => isDone(limit, unitId, null))) return null;
  return limit.done.findLast(({ lane }) => owing.some(({ unitId }) => unitId === lane)) ?? null;
}

/**
 * The due day of a task: its last dated limit that is not done, else the last one at all; for a task of recurring limits
 * only, the end of the nearest period that is owed or comes. Null when nothing is dated.
 */
export function dueDayOf(state: TaskState): Day | null {
  const open = state.limits.filter((limit) => completionOf(state, limit) === null);
  return lastDatedDay({ limits: open }) ?? lastDatedDay(state) ?? openDays(state, leadLanes(state))[0] ?? null;
}

/** The earliest day on which something of the task falls due, whoever has it: what lists look at. For an ended task its
 * last day: a period that will never open is not shown. */
export function nextDueDayOf(state: TaskState): Day | null {
  return isEnded(state) ? lastDatedDay(state) : (openDays(state, leadLanes(state))[0] ?? dueDayOf(state));
}

/** What a task's lamp looks at. */
export interface LampClock {
  readonly due: Day;
  /** The lead whose day it is; null before the assignment. */
  readonly lane: string | null;
  /** The day on which the work was done, too late; null while the clock runs. */
  readonly stopped: Day | null;
}

/**
 * What a task's lamp looks at: its next due day while a lead lane owes something. A unit that has done everything and waits for the
 * verifier is not late, however long that takes; but one that was late in doing it stays so, by the days that it took, and so does one
 * that asks for closure with what it says itself is not done: asking put the lamp out. So did declining a task that was late: its day goes on while the office looks for another unit, whose own clock runs
 * beside it. Null where nothing has a day, and for a task that has ended or is suspended.
 */
export function lampClockOf(state: TaskState): LampClock | null {
  // A draft is nobody's yet: whatever day it names, nobody is late with it.
  if (isEnded(state) || isSuspended(state) || state.status === 'draft') return null;
  const undone = leadLanes(state).filter(({ claim }) => claim === null);
  if (state.lanes.length === 0) {
    const [due] = openDays(state, []);
    return due === undefined ? null : { due, lane: null, stopped: null };
  }
  const open = undone.flatMap((lane): LampClock[] => {
    const due = nextDayOf(state, lane);
    return due === null ? [] : [{ due, lane: lane.unitId, stopped: null }];
  });
  return firstOf(open) ?? lateWork(state);
}

function firstOf(clocks: readonly LampClock[]): LampClock | null {
  return clocks.reduce<LampClock | null>(
    (first, each) => (first === null || each.due < first.due ? each : first),
    null,
  );
}

/** The first of what the leads did too late, or still owed late when they asked for closure. */
function lateWork(state: TaskState): LampClock | null {
  return firstOf(leadLanes(state).flatMap((lane) => [...doneLate(state, lane), ...owedLate(state, lane)]));
}

/** Dated limits that a lead did too late, and periods that it claimed only in asking for closure. */
function doneLate(state: TaskState, { unitId, begun }: LaneState): readonly LampClock[] {
  return state.limits.flatMap((limit) =>
    limit.done
      .filter(({ lane, period, recordedAt, claimed }) => {
        return lane === unitId && recordedAt >= begun && (period === null || claimed);
      })
      .flatMap(({ on, due }): LampClock[] => (due !== null && on > due ? [{ due, lane: unitId, stopped: on }] : [])),
  );
}

/** What a lead that has asked for closure still owed on that day. */
function owedLate(state: TaskState, lane: LaneState): readonly LampClock[] {
  const { unitId, claim } = lane;
  if (claim === null) return [];
  const stopped = dayInShanghai(claim.at);
  return openObligations(state, stopped, [lane])
    .filter(({ due }) => due < stopped)
    .map(({ due }) => ({ due, lane: unitId, stopped }));
}

/** The earliest day on which something of a lane falls due; null when nothing of it has a day. */
export function nextDayOf(state: TaskState, lane: LaneState): Day | null {
  return openDays(state, [lane])[0] ?? null;
}

/** The days of what is open, earliest first: before the assignment the dated limits, then what lanes owe and what comes next. */
function openDays(state: TaskState, lanes: readonly LaneState[]): readonly Day[] {
  if (state.lanes.length === 0) {
    return state.limits.flatMap(({ recurrence, due }) => (recurrence === null && due !== null ? [due] : [])).sort();
  }
  const known = dayInShanghai(state.recordedAt);
  const owed = openObligations(state, known, lanes).map(({ due }) => due);
  const coming = lanes.flatMap((lane) =>
    state.limits.flatMap((limit) => comingPeriod(state, limit, lane, known)?.due ?? []),
  );
  return [...owed, ...coming].sort();
}
