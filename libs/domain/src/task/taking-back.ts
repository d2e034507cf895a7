import { type Day, dayInShanghai } from '../calendar';
import { type Rewind } from '../shared/aggregate';
import { TASK_EVENTS } from './events';
import { laneOf, workingLanes } from './lanes';
import { isDone } from './obligations';
import { isRunning, UNDER_CHECK } from './status';
import { statusOf } from './status-of';
import { type LaneState, type LimitState, type TaskState, type TaskStep, type Turn } from './task.state';
import { type RecordedTaskEvent } from './task.types';
import { BESIDE, isSameTurn, passedOn, type Turns, turnsOf } from './turns';

type Withdrawn = Extract<RecordedTaskEvent, { type: 'task.withdrawn' }>;
type Evolve = Parameters<Rewind<TaskState, RecordedTaskEvent>['state']>[3];

/**
 * Taking a step back (撤回): the task stands as if the command had never been, with everything that others did since. Who took part is a
 * fact that stays, and numbers of climbs, of limits and of turns are not given again. Clocks go on as if the step had never been made:
 * asking for closure, passing a check or assigning, and taking it back in turn, had put one's own escalation off without end. Only of
 * other units those start again that get their part back.
 */
export const TAKING_BACK: Rewind<TaskState, RecordedTaskEvent> = {
  by: isWithdrawal,
  state: (before, event, history, evolve) => (isWithdrawal(event) ? takenBack(before, event, history, evolve) : before),
};

function isWithdrawal(event: RecordedTaskEvent): event is Withdrawn {
  return event.type === 'task.withdrawn';
}

function takenBack(
  before: TaskState,
  withdrawal: Withdrawn,
  history: readonly RecordedTaskEvent[],
  evolve: Evolve,
): TaskState {
  const { revision, data, metadata } = withdrawal;
  const steps = history.filter((event) => !isWithdrawal(event));
  const gone = new Set([...history, withdrawal].filter(isWithdrawal).map((event) => event.data.commandId));
  const after = foldWithout(gone, steps, evolve);
  if (after === null) return before;
  const touched = steps.filter((event) => event.metadata.commandId === data.commandId);
  const content = touched.some(({ type }) => TASK_EVENTS[type].touches === 'content');
  // An instruction, or an answer to one, touched no form, and neither does taking it back.
  const isBeside = touched.every(({ type }) => TASK_EVENTS[type].touches === 'nothing');
  const taken = before.lastSteps.find(({ commandId }) => commandId === data.commandId);
  const own = taken?.lane === metadata.actor.unitId ? taken.lane : null;
  const recorded = own === null ? (taken?.lane ?? null) : null;
  const others = after.lanes.filter(
    ({ unitId }) => unitId !== own && !hasHadItsRestart(before, after, recorded, unitId),
  );
  const restarts = [...before.restarts, ...restartsOf(before, after, others, metadata.recordedAt)];
  const kept = {
    ...after,
    takenBack: onceMore(before.takenBack, metadata.actor.accountId),
    restarts,
    // Whoever takes a step back has looked at the task: the office's review counts from then.
    lookedAt: metadata.recordedAt,
    revision,
    recordedAt: metadata.recordedAt,
    contentRevision: content ? revision : before.contentRevision,
    stepRevision: isBeside ? before.stepRevision : revision,
    lanes: after.lanes.map((lane) => ({
      ...lane,
      since: restartOf(restarts, lane),
      stepRevision:
        !isBeside && touches(taken, lane) ? revision : (laneOf(before, lane.unitId)?.stepRevision ?? revision),
    })),
  };
  const standing = { ...kept, status: statusOf(kept) };
  const turnsThen = taken?.turns ?? [];
  const turns =
    recorded === null ? goneOn(before, after, standing, turnsThen) : handedBack(before, standing, turnsThen);
  return { ...standing, ...passedOn(turns, standing, metadata.recordedAt) };
}

/**
 * Whose turn it was, had the step never been made: each turn that it had ended goes on with its day and its number, so that no rung goes out
 * twice and none is put off, and each day is charged once. A verifier who passed and took it back in turn was told of no delay in weeks. A
 * decision that the step had made needless waits anew: whoever decides has the whole time for it.
 */
function goneOn(before: TaskState, after: TaskState, standing: TaskState, then: readonly Turn[]): Turns {
  const known = [...before.turns, ...then.filter(({ kind }) => kind !== 'decide')];
  const turns = turnsOf(standing).flatMap((turn) => known.find((each) => isSameTurn(each, turn)) ?? []);
  return { turns, turnsBegun: before.turnsBegun, spans: after.spans };
}

/**
 * The same of a step that the office had recorded for a unit: whoever held the task until now did so, and the days in which the unit had
 * nothing in hand are not its own. Its answer, and the clocks of all others, go on.
 */
function handedBack(before: TaskState, standing: TaskState, then: readonly Turn[]): Turns {
  const next = turnsOf(standing);
  const goOn = then.filter(
    (turn) =>
      turn.kind !== 'decide' &&
      turn.kind !== 'work' &&
      next.some((each) => isSameTurn(each, turn)) &&
      !before.turns.some((each) => isSameTurn(each, turn)),
  );
  // Its days are in one hand: those from which its own turn goes on had been counted twice.
  const isWithin = (lane: string | null, from: Day): boolean =>
    lane !== null &&
    goOn.some((turn) => turn.lane === lane && !BESIDE.includes(turn.kind) && from >= dayInShanghai(turn.since));
  return {
    turns: [
      ...before.turns.filter(({ kind, lane, since }) => BESIDE.includes(kind) || !isWithin(lane, dayInShanghai(since))),
      ...goOn,
    ],
    turnsBegun: before.turnsBegun,
    spans: before.spans.filter(({ lane, from }) => !isWithin(lane, from)),
  };
}

/** True for the unit for which the office takes back what it recorded, where its clock has started again so since it got its part: once is enough. */
function hasHadItsRestart(before: TaskState, after: TaskState, recorded: string | null, unitId: string): boolean {
  const got = laneOf(after, unitId)?.since ?? '';
  return (
    unitId === recorded &&
    before.restarts.some(({ lane, limitId, since }) => lane === unitId && limitId === null && since > got)
  );
}

/** The state after a history without some of its commands, but for what stays of them. The events of a command stand together. */
function foldWithout(
  gone: ReadonlySet<string>,
  history: readonly RecordedTaskEvent[],
  evolve: Evolve,
): TaskState | null {
  let state: TaskState | null = null;
  let taken: TaskState | null = null;
  for (const event of history) {
    if (state === null || !gone.has(event.metadata.commandId)) {
      state = evolve(state, event);
      taken = null;
    } else {
      taken = evolve(taken ?? state, event);
      if (taken !== null) state = withWhatStays(state, taken);
    }
  }
  return state;
}

function withWhatStays(state: TaskState, { participation, climbs, limitIds, turnsBegun }: TaskState): TaskState {
  return { ...state, participation, climbs, limitIds, turnsBegun };
}

/** A unit's step touches its own lane, any other one all of them. */
function touches(taken: TaskStep | undefined, { unitId }: LaneState): boolean {
  return taken === undefined || taken.lane === null || taken.lane === unitId;
}

function onceMore(counts: TaskState['takenBack'], accountId: string): TaskState['takenBack'] {
  const { times = 0 } = counts.find((each) => each.accountId === accountId) ?? {};
  return [...counts.filter((each) => each.accountId !== accountId), { accountId, times: times + 1 }];
}

/** The clocks that start again: of units that get their part back, and of what units owe again that had the task all the time. */
function restartsOf(
  before: TaskState,
  after: TaskState,
  lanes: readonly LaneState[],
  since: string,
): TaskState['restarts'] {
  return lanes.flatMap((lane): TaskState['restarts'] => {
    const { unitId } = lane;
    if (getsItBack(before, after, lane)) return [{ lane: unitId, limitId: null, period: null, since }];
    if (laneOf(before, unitId) === null) return [];
    return after.limits.flatMap((limit) =>
      owedAgain(before, limit, unitId).map((period) => ({ lane: unitId, limitId: limit.limitId, period, since })),
    );
  });
}

/**
 * True for a unit that has its part in hand again: it had declined it, asked for closure, or had been given another part, or all leads had
 * asked for closure, so that a supporting unit could do nothing.
 */
function getsItBack(before: TaskState, after: TaskState, lane: LaneState): boolean {
  const worked = ({ lanes }: TaskState) => workingLanes({ lanes }).find(({ unitId }) => unitId === lane.unitId);
  const checkIsOver = UNDER_CHECK.includes(before.status) && isRunning(after) && lane.answer === 'accepted';
  return worked(after) !== undefined && (worked(before)?.climb !== lane.climb || checkIsOver);
}

/** What the unit had done of a limit and owes again: the limit (null), or periods of it. */
function owedAgain(before: TaskState, { limitId, done }: LimitState, unitId: string): readonly (string | null)[] {
  const then = before.limits.find((each) => each.limitId === limitId)?.done ?? [];
  return then.flatMap(({ lane, period }) => (lane === unitId && !isDone({ done }, unitId, period) ? [period] : []));
}

function restartOf(restarts: TaskState['restarts'], { unitId, since }: LaneState): string {
  const own = restarts.filter(({ lane, limitId }) => lane === unitId && limitId === null);
  return own.reduce((last, restart) => (restart.since > last ? restart.since : last), since);
}
