import { isEventOf, type RecordedTaskEvent } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';

/** An entry of a task's stream. */
export interface TaskEntry extends ReadableEntry {
  readonly event: RecordedTaskEvent;
}

/** The entries of tasks, in order. Each is the one that was given: a rebuild has no time to copy every event of the log. */
export function taskEntries(entries: readonly ReadableEntry[]): TaskEntry[] {
  return entries.filter(isOfTask);
}

function isOfTask(entry: ReadableEntry): entry is TaskEntry {
  return isEventOf('task', entry.event);
}
