import { type DomainEvent, type Recorded, taskEventSchemas, type TaskEvent } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';

/** An entry of a task's stream. */
export interface TaskEntry extends ReadableEntry {
  readonly event: Recorded<TaskEvent>;
}

/** The entries of tasks, in order. */
export function taskEntries(entries: readonly ReadableEntry[]): TaskEntry[] {
  return entries.filter(isTaskEntry);
}

function isTaskEntry(entry: ReadableEntry): entry is TaskEntry {
  return isTaskEvent(entry.event);
}

/** Whether an event is one of a task's. */
export function isTaskEvent(event: Recorded<DomainEvent>): event is Recorded<TaskEvent> {
  return Object.hasOwn(taskEventSchemas, event.type);
}
