import { readEvent, type RecordedEvent } from '#domain';
import { type Position, type StoredEvent, streamParts, type StreamParts } from '#event-store';

/** What is known of an event of the log before its content is. */
interface EntryHead extends StreamParts {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** Seal of the event, 64 hex digits. */
  readonly hash: string;
}

/** An event of the log, checked and ready to be applied. */
export interface ReadableEntry extends EntryHead {
  readonly readable: true;
  readonly event: RecordedEvent;
}

/** An event of the log that this program cannot read. It stops the projectors of its category and no others. */
export interface UnreadableEntry extends EntryHead {
  readonly readable: false;
  readonly failure: unknown;
}

/** An event of the log as projectors get it. */
export type LogEntry = ReadableEntry | UnreadableEntry;

/** Checks an event once, for all projectors of the process. Written out in full: it runs for every event of every rebuild. */
export function toLogEntry(stored: StoredEvent): LogEntry {
  const { position, stream, revision, type, hash } = stored;
  const { category, id } = streamParts(stream);
  try {
    return { position, stream, category, id, revision, type, hash, readable: true, event: readEvent(stored) };
  } catch (failure) {
    return { position, stream, category, id, revision, type, hash, readable: false, failure };
  }
}
