import { closedError } from '../event-log-error';
import {
  type AppendResult,
  type DamagedStream,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type StoredEvent,
  type StreamName,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '../port';
import { checkPosition, type Position } from '../position';
import { prepareAppend } from '../prepared-append';
import { checkFromRevision, checkReadLimit, readWholeStream } from '../read-limits';
import { checkStreamName } from '../stream-name';
import { WriteGate } from '../write-gate';
import { KurrentAppender } from './kurrent-appender';
import { KurrentConnection } from './kurrent-connection';
import { KurrentReader } from './kurrent-reader';
import { followServer } from './kurrent-subscription';
import { refuseRetention } from './refuse-retention';
import { StreamNames } from './stream-names';

/** How to open the log; times in milliseconds. */
export interface KurrentEventStoreOptions {
  /** `esdb://`, `esdb+discover://`, or the same with `kurrentdb`; it may hold a password. */
  readonly url: string;
  /** Tells several sets of ledgers on one server apart, in letters and digits; `taizhang` unless told. */
  readonly namespace?: string;
  /** Told when a subscription is lost; it recovers by itself. Nothing unless given. */
  readonly onFault?: (error: unknown) => void;
  /** Longest wait for an answer before the outcome counts as unknown; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** Between attempts to reach a server that is away; 1,000 unless told. */
  readonly retryMs?: number;
  /** A subscription that is silent for so long is asked after; 10,000 unless told. */
  readonly idleMs?: number;
  /** Streams whose last hash is remembered; 50,000 unless told. */
  readonly tails?: number;
}

/**
 * The log in KurrentDB or EventStoreDB, from 22.10 on. Any number of processes may append and subscribe. The server may
 * hold other things too: all streams of the ledgers have one prefix.
 */
export class KurrentEventStore implements EventStore {
  readonly writing = new WriteGate();
  private readonly connection: KurrentConnection;
  private readonly names: StreamNames;
  private readonly reader: KurrentReader;
  private readonly appender: KurrentAppender;
  private readonly closing = new AbortController();
  private readonly timing: { readonly timeoutMs: number; readonly retryMs: number; readonly idleMs: number };

  /** Connects at the first request. @throws TaizhangError CONFIG.INVALID */
  constructor(private readonly options: KurrentEventStoreOptions) {
    const {
      url,
      namespace = 'taizhang',
      timeoutMs = 10_000,
      retryMs = 1_000,
      idleMs = 10_000,
      tails = 50_000,
    } = options;
    this.timing = { timeoutMs, retryMs, idleMs };
    this.connection = new KurrentConnection({ url, timeoutMs });
    this.names = new StreamNames(namespace);
    this.reader = new KurrentReader(this.connection, this.names, timeoutMs);
    this.appender = new KurrentAppender(this.connection, this.reader, this.names, tails);
  }

  /**
   * Looks, before anything is written, whether the server is told to forget: history that a `$maxAge` or `$maxCount` would
   * remove must never be begun. @throws EventLogError LOG.STREAM_LOST, LOG.UNAVAILABLE
   */
  async checkRetention(): Promise<void> {
    this.checkOpen();
    await refuseRetention(this.connection, this.names, this.timing);
  }

  async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    this.checkOpen();
    this.writing.check();
    return this.appender.append(prepareAppend(stream, expected, events));
  }

  async readStream(stream: StreamName, fromRevision = 0, limit?: number): Promise<StoredEvent[]> {
    this.checkOpen();
    checkStreamName(stream);
    checkFromRevision(fromRevision);
    const page = (from: number, size: number): Promise<StoredEvent[]> => this.reader.stream(stream, from, size);
    if (limit === undefined) return readWholeStream(fromRevision, page);
    checkReadLimit(limit);
    return page(fromRevision, limit);
  }

  async readAll(after: Position | null, limit: number): Promise<StoredEvent[]> {
    this.checkOpen();
    checkPosition(after);
    checkReadLimit(limit);
    return this.reader.all(after, limit);
  }

  async head(): Promise<Position | null> {
    this.checkOpen();
    return this.reader.head();
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    this.checkOpen();
    checkPosition(position);
    const [event] = await this.reader.all(String(BigInt(position) - 1n), 1);
    return event?.position === position ? event : undefined;
  }

  damaged(): readonly DamagedStream[] {
    return [];
  }

  async *subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    const { connection, reader, names, timing } = this;
    const closing = this.closing.signal;
    const onFault = this.options.onFault ?? ((): void => undefined);
    yield* followServer({ connection, reader, names, closing, ...timing, onFault }, after, options);
    if (closing.aborted && !options.signal.aborted) throw closedError();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.appender.settle();
    await this.connection.close();
  }

  private checkOpen(): void {
    if (this.closing.signal.aborted) throw closedError();
  }
}
