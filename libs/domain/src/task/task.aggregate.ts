import { type CommandIn, type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents, type RecordedIn } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { TASK_ACTS } from './acts';
import { whyNotAdmitted } from './admit';
import { TASK_EVENTS } from './events';
import { leadUnitsOf, supportUnitsOf } from './lanes';
import { statusOf } from './status-of';
import { type TaskState, type Undo } from './task.state';

type ActDatas = DataOfActs<typeof TASK_ACTS>;
type EventDatas = DataOfEvents<typeof TASK_EVENTS>;

/** What may be asked of a task. */
export type TaskCommand = CommandIn<ActDatas>;
export type TaskCommandType = TaskCommand['type'];
/** An event of a task as it stands in the log. */
export type RecordedTaskEvent = RecordedIn<EventDatas>;

const ACTS_BY_TYPE = new Map(Object.entries(TASK_ACTS));

/** A task of a ledger. */
export const TASK = defineAggregate<'task', TaskState, ActDatas, EventDatas>({
  name: 'task',
  acts: TASK_ACTS,
  events: TASK_EVENTS,
  unknown: reject('TASK.UNKNOWN', '没有找到这项任务，请核对编号或刷新台账。'),
  admit: (state, { type, data }, circumstances) => {
    const act = ACTS_BY_TYPE.get(type);
    return act ? whyNotAdmitted(act, state, data, circumstances) : null;
  },
  reach: (_id, state) =>
    state === null
      ? { ledgerId: null }
      : { ledgerId: state.ledgerId, leadUnitIds: leadUnitsOf(state), supportUnitIds: supportUnitsOf(state) },
  settle: settled,
});

/**
 * What follows for the state from every event: where it stands, its revisions, its last stated day, and the way back. One copy of the
 * state, not one for each part: a rebuild folds every event of the log.
 */
function settled(before: TaskState | null, after: TaskState, event: RecordedTaskEvent): TaskState {
  const { touches } = TASK_EVENTS[event.type];
  const { revision, data, metadata } = event;
  const isStep = touches === 'steps';
  return {
    ...after,
    status: statusOf(after),
    revision,
    recordedAt: metadata.recordedAt,
    contentRevision: touches === 'content' ? revision : after.contentRevision,
    stepRevision: isStep ? revision : after.stepRevision,
    lastStepOn: isStep && 'on' in data ? data.on : after.lastStepOn,
    undo: touches === 'nothing' ? after.undo : before && undoOf(before, event),
  };
}

/** The way back from a step; null where its act cannot be taken back. Of an act with several events, to before the first. */
function undoOf(before: TaskState, { metadata: { commandId, act, actor } }: RecordedTaskEvent): Undo | null {
  if (!ACTS_BY_TYPE.get(act)?.withdrawable) return null;
  if (before.undo?.commandId === commandId) return before.undo;
  return { commandId, act, accountId: actor.accountId, before: { ...before, undo: null } };
}
