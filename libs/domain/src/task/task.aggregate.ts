import { type Day, type Instant, instantText, latestDay } from '../calendar';
import { defineAggregate } from '../shared/aggregate';
import { reject } from '../shared/rejection';
import { TASK_ACTS } from './acts';
import { assign } from './acts/assign.act';
import { instruct } from './acts/instruct.act';
import { instructOnBehalf } from './acts/instruct-on-behalf.act';
import { returnTask } from './acts/return.act';
import { whyNotAdmitted } from './admit';
import { TASK_EVENTS } from './events';
import { instructionNamed } from './instructions';
import { laneOf, unitsAtWork } from './lanes';
import { endOfDuties } from './obligations';
import { type Changing, copyOfLane, copyOfState } from './one-shape';
import { participationAfter } from './participation';
import { askingUnit } from './proposals';
import { SECOND_PERSON } from './second-person';
import { statusOf } from './status-of';
import { TAKING_BACK } from './taking-back';
import { type ActDatas, type EventDatas, type RecordedTaskEvent } from './task.types';
import { type LaneState, type TaskState } from './task.state';
import { passedOn } from './turns';

const ACTS_BY_TYPE = new Map(Object.entries(TASK_ACTS));

/** A task of a ledger. */
export const TASK = defineAggregate<'task', TaskState, ActDatas, EventDatas>({
  name: 'task',
  acts: TASK_ACTS,
  events: TASK_EVENTS,
  unknown: reject('TASK.UNKNOWN', '没有找到这项任务，可能编号有误或不在您的查看范围内。'),
  admit: (state, { type, data }, circumstances) => {
    const act = ACTS_BY_TYPE.get(type);
    return act ? whyNotAdmitted(act, state, data, circumstances) : null;
  },
  reach: (_id, state) => (state === null ? { ledgerId: null } : { ledgerId: state.ledgerId, ...unitsAtWork(state) }),
  pinned: ({ rules }) => rules,
  settle: settled,
  dispatch: SECOND_PERSON,
  rewind: TAKING_BACK,
});

/**
 * What follows for the state from every event: where it stands, its revisions, its last stated days, who took part, and the steps that may be taken back. Set one by one
 * on a copy of its own, which takes half the time of naming them after a spread: a rebuild folds every event of the log.
 */
function settled(before: TaskState | null, after: TaskState, event: RecordedTaskEvent): TaskState {
  const { touches } = TASK_EVENTS[event.type];
  const { revision, metadata } = event;
  const settled = copyOfState(after);
  settled.status = statusOf(after);
  settled.revision = revision;
  settled.recordedAt = metadata.recordedAt;
  settled.participation = participationAfter(after, event);
  if (before && before.limits !== after.limits) settled.endMoves = endMovesOf(before, after, metadata.recordedAt);
  if (touches !== 'nothing' || BESIDE_WORK.includes(event.type)) settled.lastSteps = lastStepsOf(before, event);
  if (touches === 'content') settleContent(settled, event);
  if (touches === 'steps') settleStep(settled, after, event);
  const { turns, turnsBegun, spans } = passedOn(before, settled, metadata.recordedAt);
  settled.turns = turns;
  settled.turnsBegun = turnsBegun;
  settled.spans = spans;
  return settled;
}

/** The acts by which an instruction is given. */
const INSTRUCTING: readonly string[] = [instruct.type, instructOnBehalf.type];

/** Events that touch no form and still are steps, or acts on one. */
const BESIDE_WORK: readonly RecordedTaskEvent['type'][] = [
  'proposal.made',
  'instruction.given',
  'instruction.answered',
];

function settleContent(settled: Changing<TaskState>, { revision, metadata }: RecordedTaskEvent): void {
  settled.contentRevision = revision;
  settled.lookedAt = metadata.recordedAt;
}

/** A unit's step touches its own lane, any other one all of them. */
function settleStep(settled: Changing<TaskState>, after: TaskState, { data, revision }: RecordedTaskEvent): void {
  settled.stepRevision = revision;
  if ('lane' in data) {
    const { lane: unitId, on } = data;
    settled.lanes = after.lanes.map((lane) => (lane.unitId === unitId ? touched(lane, revision, on) : lane));
    return;
  }
  settled.lanes = after.lanes.map((lane) => touched(lane, revision, lane.lastStepOn));
  if ('on' in data) settled.lastStepOn = latestDay([after.lastStepOn, data.on]);
}

function touched(lane: LaneState, stepRevision: number, lastStepOn: Day): LaneState {
  const copy = copyOfLane(lane);
  copy.stepRevision = stepRevision;
  copy.lastStepOn = lastStepOn;
  return copy;
}

/** With one more where the event has moved the day with which duties end. */
function endMovesOf(before: TaskState, after: TaskState, at: Instant): TaskState['endMoves'] {
  const [from, to] = [endOfDuties(before), endOfDuties(after)];
  return from === to ? after.endMoves : [...after.endMoves, { from, to, at: instantText(at) }];
}

/** The steps that may be taken back after an event. Of a command with several events the first one counts. */
function lastStepsOf(before: TaskState | null, event: RecordedTaskEvent): TaskState['lastSteps'] {
  const { commandId, act, actor, recordedAt } = event.metadata;
  const steps = before?.lastSteps ?? NO_STEPS;
  const left = steps.filter((step) => step.commandId === commandId || !actsOn(before, event, step));
  const known = left.some((step) => step.commandId === commandId);
  if (before === null || known || !ACTS_BY_TYPE.get(act)?.withdrawable) return left.length === 0 ? NO_STEPS : left;
  const lane = 'lane' in event.data ? event.data.lane : null;
  const accepts = event.type === 'lane.accepted';
  const { turns } = before;
  return [...left, { lane, commandId, act, accepts, accountId: actor.accountId, at: recordedAt, turns }];
}

/**
 * True where somebody has acted on what a step led to, so that it stands. A correction of words and days is no answer to what a unit did in
 * its lane, and had taken from every unit the way back to its own report; another choice of units is one to a unit that declined.
 */
function actsOn(before: TaskState | null, event: RecordedTaskEvent, step: TaskState['lastSteps'][number]): boolean {
  // An instruction waits for its answer, and nothing else that is done to the task is one.
  if (INSTRUCTING.includes(step.act)) return before !== null && answers(before, event, step);
  if ('lane' in event.data) return concerns(before, event.data.lane, step);
  if (event.type === 'proposal.made') {
    const { onBehalf } = event.data;
    return asksAfter(before, askingUnit({ by: event.metadata.actor, ...(onBehalf ? { onBehalf } : {}) }), step);
  }
  if (step.lane === null) return true;
  switch (event.type) {
    case 'instruction.given':
    case 'limit.added':
    case 'limit.moved':
    case 'limit.removed':
      return false;
    case 'task.content-changed':
      return event.data.changes.leads !== undefined || event.data.changes.supports !== undefined;
    case 'lanes.changed': {
      const { added, removed } = event.data;
      return [...added.map(({ unitId }) => unitId), ...removed].includes(step.lane);
    }
    default:
      return true;
  }
}

/** True where a unit answers the instruction that was given by a step. */
function answers(before: TaskState, event: RecordedTaskEvent, { commandId }: TaskState['lastSteps'][number]): boolean {
  return (
    event.type === 'instruction.answered' && instructionNamed(before, event.data.instructionId)?.commandId === commandId
  );
}

/** True where a unit's act is one on a step: on its own, on the assignment, or, as a lead or one that it was returned to, on the whole. */
function concerns(before: TaskState | null, unitId: string, { lane, act }: TaskState['lastSteps'][number]): boolean {
  if (lane !== null) return lane === unitId;
  const own = before?.lanes.find((each) => each.unitId === unitId);
  const returned = act === returnTask.type && own?.climb === before?.climbs;
  return act === assign.type || returned || own?.role !== 'support';
}

/**
 * True where a unit asks for more time for what somebody else’s step gave it: a return was taken back under the unit’s request. Its own
 * steps stay its own, and what the office asks for is no act before it is approved.
 */
function asksAfter(before: TaskState | null, unitId: string | null, step: TaskState['lastSteps'][number]): boolean {
  const lane = before && laneOf(before, unitId);
  return lane !== null && step.lane === null && concerns(before, lane.unitId, step);
}

const NO_STEPS: TaskState['lastSteps'] = [];
