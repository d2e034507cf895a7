import { type CommandIn, type DataOfActs } from '../shared/act-definition';
import { type DataOfEvents, type RecordedIn } from '../shared/event-definition';
import { type TASK_ACTS } from './acts';
import { type TASK_EVENTS } from './events';

/** What follows from the two lists of a task: the commands of its acts, and its events as the log keeps them. */
export type ActDatas = DataOfActs<typeof TASK_ACTS>;
export type EventDatas = DataOfEvents<typeof TASK_EVENTS>;

/** What may be asked of a task. */
export type TaskCommand = CommandIn<ActDatas>;
export type TaskCommandType = TaskCommand['type'];
/** An event of a task as it stands in the log. */
export type RecordedTaskEvent = RecordedIn<EventDatas>;
