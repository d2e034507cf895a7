import { type JsonObject } from './json';
import { type Position } from './position';
import { type WriteGate } from './write-gate';

/** Name of a stream: `[a-z]+-[A-Za-z0-9-]+`, at most 200 characters, such as `task-0192f0c1`. */
export type StreamName = string;

/**
 * What the writer has read: the revision of the stream's last event (from 0), or that the stream has no event yet.
 * There is no "any": whoever appends has looked.
 */
export type ExpectedRevision = number | 'no-stream';

/** An event as its writer hands it over. */
export interface EventToAppend {
  /**
   * Lower-case UUID. A retry carries the same id and so becomes no second event. The writer makes it from the stream's
   * name too, so that it cannot belong to another stream: a store looks for it in this stream only.
   */
  readonly eventId: string;
  /** Literal type, such as `task.closed`; letters, digits, `.`, `_` and `-`, at most 100 characters. */
  readonly type: string;
  /** Version of the schema of `data`, from 1. */
  readonly schemaVersion: number;
  /** Who, why, when: written by the engine, opaque to the log. */
  readonly metadata: JsonObject;
  /** The fact itself, opaque to the log. */
  readonly data: JsonObject;
}

/** An event as the log holds it, exactly as first written (never carried on to a newer schema here). */
export interface StoredEvent extends EventToAppend {
  readonly stream: StreamName;
  /** Place in its stream, gap-free from 0. */
  readonly revision: number;
  /** Place in the log: opaque, strictly increasing. Compare with {@link comparePositions} only. */
  readonly position: Position;
  /** SHA-256 of the event and its predecessor's hash, 64 lower-case hex digits (see `event-hash.ts`). */
  readonly hash: string;
  /** Hash of the event before it in its stream; 64 zeros for the first. */
  readonly previousHash: string;
}

/** The append is in the log; revision, position and hash are those of its last event. */
export interface Appended {
  readonly kind: 'appended';
  readonly revision: number;
  readonly position: Position;
  readonly hash: string;
}

/**
 * Every event id of this append was in this stream before, so nothing was written. `events` are the stored facts in the
 * order in which the append named them; the caller compares their metadata with its own.
 */
export interface Duplicate {
  readonly kind: 'duplicate';
  readonly events: readonly StoredEvent[];
}

/** The stream is not where the writer thought, so nothing was written; read again and decide again. */
export interface WrongRevision {
  readonly kind: 'wrong-revision';
  readonly actual: ExpectedRevision;
}

/** Answer to an append. Everything else is an `EventLogError`. */
export type AppendResult = Appended | Duplicate | WrongRevision;

/** Events in log order, never empty; `position` is that of the last one: the checkpoint once all are handled. */
export interface EventsMessage {
  readonly kind: 'events';
  readonly events: readonly StoredEvent[];
  readonly position: Position;
}

/** Everything that was in the log when it was last read has been delivered; `null` when there was nothing at all. */
export interface CaughtUpMessage {
  readonly kind: 'caught-up';
  readonly position: Position | null;
}

/** Nothing more for this subscriber up to `position`, which may be kept as the checkpoint; comes only with `types`. */
export interface ProgressMessage {
  readonly kind: 'progress';
  readonly position: Position;
}

/** What a subscription yields, in order. */
export type SubscriptionMessage = EventsMessage | CaughtUpMessage | ProgressMessage;

/** How to follow the log. */
export interface SubscribeOptions {
  /** Ends the subscription: the loop is left without an error. */
  readonly signal: AbortSignal;
  /** Most events of one message, 1 to 10,000. Default: 500. */
  readonly batchSize?: number;
  /** Only events of these types, chosen by the store. Default: all. */
  readonly types?: readonly string[];
}

/**
 * A stream that is not whole, as this process has met it. `lost`: its events were removed, or the server is told to remove
 * them; all writing stops. `foreign`: it holds a record that this program did not write so; only this stream stands still.
 */
export interface DamagedStream {
  readonly stream: StreamName;
  readonly damage: 'lost' | 'foreign';
  /** The first revision concerned, where one is known. */
  readonly revision: number | null;
  /** One zh-CN sentence: what is wrong and the way out. */
  readonly message: string;
}

/** The part of the log that can be read in order; what a verifier, a projector or a sealer needs. */
export interface OrderedLog {
  /**
   * Events after a position (exclusive; `null` = from the beginning) in log order. A foreign record is left out and
   * named in {@link EventStore.damaged}.
   * @param limit most events, 1 to 10,000; fewer come back only at the end of the log
   */
  readAll(after: Position | null, limit: number): Promise<StoredEvent[]>;
}

/**
 * The event log. Errors are `EventLogError`s with a stable code: a refused request (`LOG.STREAM_NAME`,
 * `LOG.EVENT_INVALID`, `LOG.EVENT_TOO_LARGE`, `LOG.APPEND_TOO_LARGE`, `LOG.EVENT_ID_TAKEN`, `LOG.READ_LIMIT`,
 * `LOG.POSITION`, `LOG.STREAM_TOO_LONG`), a broken chain (`LOG.INTEGRITY`), a log that must not be written to
 * (`LOG.OTHER`, `LOG.OLDER`, `LOG.UNADOPTED`, `LOG.STREAM_LOST`), a closed store (`LOG.CLOSED`), a store that surely wrote
 * nothing (`LOG.UNAVAILABLE`, `LOG.OVERLOADED`) or that may have written (`LOG.OUTCOME_UNKNOWN`). After the last three the
 * same append may be sent again with the same event ids: it is written once.
 */
export interface EventStore extends OrderedLog {
  /** Closed while something is wrong with the log as a whole; every append asks it first. */
  readonly writing: WriteGate;

  /**
   * Appends 1 to 512 events to one stream, all or none, in the order given.
   * @param expected what the caller read; another state answers `wrong-revision`, unless all ids are there (`duplicate`)
   */
  append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;

  /**
   * A stream's events in order of revision; an unknown stream has none. Without a limit the whole rest comes back, and
   * more than 100,000 events are refused (`LOG.STREAM_TOO_LONG`) rather than cut off.
   * @param fromRevision first revision wanted (inclusive). Default: 0
   * @param limit most events, 1 to 10,000
   */
  readStream(stream: StreamName, fromRevision?: number, limit?: number): Promise<StoredEvent[]>;

  /** Position of the log's last event, `null` when it is empty. */
  head(): Promise<Position | null>;

  /** The event that stands exactly at a position; undefined when none does, as in a log with another past. */
  eventAt(position: Position): Promise<StoredEvent | undefined>;

  /** The streams that this process has found not to be whole; it grows as the log is read. */
  damaged(): readonly DamagedStream[];

  /**
   * Follows the log from a position (exclusive; `null` = from the beginning): catches up, says `caught-up`, goes on
   * live. Every event comes once and in order, also across an outage of the store, which it outlasts. `caught-up` comes
   * again whenever the subscriber had fallen behind by a full batch and has caught up. The loop ends when the signal is
   * aborted; it throws `LOG.CLOSED` when the store is closed under it, so that an ended loop is never mistaken for a
   * finished one.
   */
  subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;

  /** Waits for the appends already taken, then refuses everything with `LOG.CLOSED`. May be called twice. */
  close(): Promise<void>;
}
