import { type TaskDetail } from '#contracts';
import { type Day, dayInShanghai, delaysStanding, lampClockOf, TASK_EVENTS, type TaskState } from '#domain';
import { type EventStore, type StoredEvent } from '#event-store';
import { TaizhangError } from '#platform';
import { foldTask } from '../shared/task-states';
import { type StoredTask, storedTaskSchema } from './task-rows';
import { TASK, type TaskAfter } from './task.table';

const drafted = TASK_EVENTS['task.drafted'];

/** A task as it was after one of its events. */
interface FormerTask {
  readonly row: StoredTask;
  readonly state: TaskState;
  readonly doubts: TaskDetail['task']['doubts'];
  readonly asOf: NonNullable<TaskDetail['asOf']>;
  /** The day on which the event was recorded. */
  readonly today: Day;
}

/** What the ledger of a task is called by. */
type LedgerNames = Pick<StoredTask, 'ledger_name' | 'ledger_kind'>;

/**
 * Folds a task from the log up to an event.
 * @throws TaizhangError TASK.REVISION_UNKNOWN when the task has no such event
 */
export async function taskAt(
  store: EventStore,
  taskId: string,
  revision: number,
  ledger: LedgerNames,
): Promise<FormerTask> {
  const stored = await store.readStream(`task-${taskId}`, 0, revision + 1);
  const state = foldTask(stored);
  const last = stored[revision];
  if (!last || state === null) {
    throw new TaizhangError('TASK.REVISION_UNKNOWN', '这项任务没有这一步，请从经过中重新选择。');
  }
  const doubts = stored.flatMap(doubtsIn);
  const { recordedAt } = state;
  const { position } = last;
  const lamp = lampClockOf(state);
  const delays = delaysStanding(state, dayInShanghai(recordedAt));
  const after = { taskId, state, lamp, delays, revision, position, recordedAt, doubts: JSON.stringify(doubts) };
  return {
    row: rowOf(after, ledger, doubts),
    state,
    doubts,
    asOf: { revision, recordedAt },
    today: dayInShanghai(recordedAt),
  };
}

/** What the reading of the draft left open; nothing in any other event. */
function doubtsIn(stored: StoredEvent): FormerTask['doubts'] {
  return stored.type === drafted.type ? drafted.read(stored).data.content.doubts : [];
}

/** The row that the list had then; the ledger’s name and kind are the present ones. */
function rowOf(after: TaskAfter, ledger: LedgerNames, doubts: FormerTask['doubts']): StoredTask {
  return storedTaskSchema.parse({
    ...TASK.valuesOf(after),
    recorded_at: new Date(after.recordedAt),
    ...ledger,
    doubt_count: doubts.length,
  });
}
