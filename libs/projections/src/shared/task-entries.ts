import { isEventOf, type RecordedTaskEvent } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';

/** An entry of a task's stream. */
export interface TaskEntry extends ReadableEntry {
  readonly event: RecordedTaskEvent;
}

/** The entries of tasks, in order. */
export function taskEntries(entries: readonly ReadableEntry[]): TaskEntry[] {
  return entries.flatMap(({ event, ...entry }) => (isEventOf('task', event) ? [{ ...entry, event }] : []));
}
