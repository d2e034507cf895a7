import { type LogPlace, placeOf } from '#event-store';
import { type LogEntry, type ReadableEntry, type UnreadableEntry } from './log-entry';

/** What events of the log mean to one projector. */
export interface EventBatch {
  /** Those to apply: of its categories, and before an unreadable one. */
  readonly wanted: readonly ReadableEntry[];
  /** How far the tables go once these are applied; null when the very first event cannot be read. */
  readonly end: LogPlace | null;
  /** The first event of its categories that this program cannot read: it stands still before it. */
  readonly unreadable: UnreadableEntry | null;
}

/** Looks through events in log order for what a projector of some categories has to do. */
export function batchOf(entries: readonly LogEntry[], categories: ReadonlySet<string>): EventBatch {
  const wanted: ReadableEntry[] = [];
  let end: LogPlace | null = null;
  for (const entry of entries) {
    if (categories.has(entry.category)) {
      if (!entry.readable) return { wanted, end, unreadable: entry };
      wanted.push(entry);
    }
    end = placeOf(entry);
  }
  return { wanted, end, unreadable: null };
}
