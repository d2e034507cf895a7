import { type TaskDetail } from '#contracts';
import { type Day, dayInShanghai, dueDayOf, evolveTask, nextDueDayOf, readEvent, type TaskState } from '#domain';
import { type EventStore } from '#event-store';
import { TaizhangError } from '#platform';
import { isTaskEvent } from '../shared/task-entries';
import { lampDueOf } from './lamp-due';
import { type StoredTask } from './task-rows';

/** A task as it was after one of its events. */
interface FormerTask {
  readonly row: StoredTask;
  readonly state: TaskState;
  readonly doubts: TaskDetail['task']['doubts'];
  readonly asOf: NonNullable<TaskDetail['asOf']>;
  /** The day on which the event was recorded. */
  readonly today: Day;
}

/**
 * Folds a task from the log up to an event.
 * @throws TaizhangError TASK.REVISION_UNKNOWN when the task has no such event
 */
export async function taskAt(
  store: EventStore,
  taskId: string,
  revision: number,
  ledgerName: string | null,
): Promise<FormerTask> {
  const stored = await store.readStream(`task-${taskId}`, 0, revision + 1);
  let state: TaskState | null = null;
  let doubts: FormerTask['doubts'] = [];
  for (const each of stored) {
    const event = readEvent(each);
    if (!isTaskEvent(event)) throw new Error(`${event.type} does not belong in a task's stream`);
    if (event.type === 'task.drafted') doubts = event.data.doubts;
    state = evolveTask(state, event);
  }
  const last = stored[revision];
  if (!last || state === null)
    throw new TaizhangError('TASK.REVISION_UNKNOWN', '这项任务没有这一步，请从经过中重新选择。');
  const { recordedAt } = readEvent(last).metadata;
  return {
    row: rowOf(taskId, state, { revision, recordedAt, ledgerName, doubtCount: doubts.length }),
    state,
    doubts,
    asOf: { revision, recordedAt },
    today: dayInShanghai(recordedAt),
  };
}

interface Beside {
  readonly revision: number;
  readonly recordedAt: string;
  readonly ledgerName: string | null;
  readonly doubtCount: number;
}

/** The row that the list had then, see `taskColumns`. */
function rowOf(taskId: string, state: TaskState, beside: Beside): StoredTask {
  const { leadUnitIds, supportUnitIds } = state.assignment ?? state;
  return {
    task_id: taskId,
    ledger_id: state.ledgerId,
    ledger_name: beside.ledgerName,
    import_id: state.importId,
    serial: state.serial,
    task_number: state.taskNumber,
    title: state.title,
    status: state.status,
    lead_unit_ids: [...leadUnitIds],
    support_unit_ids: [...supportUnitIds],
    lead_unit_names: state.leadUnitNames.map(({ name }) => name),
    support_unit_names: state.supportUnitNames.map(({ name }) => name),
    section: state.source.section,
    source_number: state.source.number,
    limit_count: state.limits.length,
    doubt_count: beside.doubtCount,
    due: dueDayOf(state),
    next_due: nextDueDayOf(state),
    lamp_due: lampDueOf(state),
    percent: state.percent,
    closing_number: state.closing?.closingNumber ?? null,
    closed_on: state.closing?.on ?? null,
    last_report: state.lastReport?.progress ?? null,
    last_report_on: state.lastReport?.occurredOn ?? null,
    revision: beside.revision,
    recorded_at: new Date(beside.recordedAt),
    indicators: [...state.indicators],
  };
}
