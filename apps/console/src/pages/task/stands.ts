import { type RecordedTaskEvent, schemaVersionOf, TASK, type TaskState, type TaskStatus } from '#domain';
import { type Step } from '../../telling';

/** A status that a task had, and since which moment. */
export interface Stand {
  readonly status: TaskStatus;
  readonly since: string;
}

/**
 * The statuses that events led through, the oldest first; a step that was taken back leads back to the one before. The domain folds
 * the events: whether a step leads on depends on the other lead units too. None while the task's first event has not been read.
 */
export function standsOf(steps: readonly Pick<Step, 'entry'>[]): Stand[] {
  const stands: Stand[] = [];
  const history: RecordedTaskEvent[] = [];
  let state: TaskState | null = null;
  for (const { entry } of steps) {
    const event = recorded(entry);
    if (event === null) continue;
    // An event that this program cannot read is missing: what a withdrawal leads to cannot be told then.
    if (TASK.rewinds(event) && history.length !== event.revision) return [];
    state = TASK.evolve(state, event, [...history]);
    history.push(event);
    if (state !== null && state.status !== stands.at(-1)?.status) {
      stands.push({ status: state.status, since: entry.recordedAt });
    }
  }
  return stands;
}

/** Since when a task has had its status; null where the events that tell it have not been read. */
export function standsSince(status: TaskStatus, stands: readonly Stand[]): string | null {
  const last = stands.at(-1);
  return last?.status === status ? last.since : null;
}

/** An entry as the event that it shows; null for one that this program cannot read. What the timeline does not give, no fold reads. */
function recorded({ eventId, revision, type, data, ...entry }: Step['entry']): RecordedTaskEvent | null {
  const { commandId, act, recordedAt } = entry;
  const { accountId, name, role, unitId } = entry.actor;
  const metadata = {
    commandId,
    commandHash: '',
    correlationId: commandId,
    causationId: null,
    act,
    actor: { accountId, name, role, postId: null, unitId },
    recordedAt,
  };
  try {
    return TASK.read({ eventId, stream: '', revision, type, schemaVersion: schemaVersionOf(type), metadata, data });
  } catch {
    return null;
  }
}
