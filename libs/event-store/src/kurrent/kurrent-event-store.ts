import { CONTINUITY, olderLog, onNewPast } from '../continuity';
import { closedError, type EventLogError, isEventLogError } from '../event-log-error';
import { type FollowedLog, followLog } from '../follow-log';
import { HeadSignal } from '../head-signal';
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
import { checkPosition, comparePositions, type Position } from '../position';
import { prepareAppend } from '../prepared-append';
import { checkFromRevision, checkReadLimit, readWholeStream } from '../read-limits';
import { checkStreamName } from '../stream-name';
import { WriteGate } from '../write-gate';
import { checkAppendSize } from './append-size';
import { DamageBook } from './damage-book';
import { KurrentAppender } from './kurrent-appender';
import { KurrentConnection } from './kurrent-connection';
import { hasAnswered } from './kurrent-failure';
import { KurrentReader } from './kurrent-reader';
import { LiveTail } from './live-tail';
import { ofTypes } from './of-types';
import { StreamNames } from './stream-names';
import { StreamTails } from './stream-tails';
import { StreamWatch } from './stream-watch';

/** How to open the log; times in milliseconds. */
export interface KurrentEventStoreOptions {
  /** `esdb://`, `esdb+discover://`, or the same with `kurrentdb`; it may hold a password. */
  readonly url: string;
  /** Keeps several installations on one server apart; letters and digits. Default: `taizhang`. */
  readonly namespace?: string;
  /** Called when a subscription is lost; it recovers by itself. Default: nothing happens. */
  readonly onFault?: (error: unknown) => void;
  /** Called once for each stream that is found damaged. Default: nothing happens. */
  readonly onDamage?: (damage: DamagedStream) => void;
  /** Longest wait for an answer before the outcome counts as unknown. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Between attempts to reach a server that is away. Default: 500. */
  readonly retryMs?: number;
  /** After a silence of this length a subscription is checked for missed events. Default: 10,000. */
  readonly idleMs?: number;
  /** Event ids remembered of the streams written or read last. Default: 200,000. */
  readonly knownIds?: number;
}

/** Longest wait at the opening for all that the server was told about the streams; it is heard later all the same. */
const WATCH_MILLISECONDS = 5_000;

/**
 * The log in KurrentDB or EventStoreDB, from 22.10 on. Any number of processes may append and subscribe. The server may
 * hold other things too: all streams of the ledgers have one prefix.
 */
export class KurrentEventStore implements EventStore {
  readonly writing = new WriteGate(() => this.tail.position);
  private readonly connection: KurrentConnection;
  private readonly names: StreamNames;
  private readonly damage: DamageBook;
  private readonly reader: KurrentReader;
  private readonly tails: StreamTails;
  private readonly watch: StreamWatch;
  private readonly tail: LiveTail;
  private readonly appender: KurrentAppender;
  private readonly headSignal = new HeadSignal();
  private readonly closing = new AbortController();
  private readonly retryMs: number;

  /** Connects at the first request. @throws TaizhangError CONFIG.INVALID */
  constructor(options: KurrentEventStoreOptions) {
    const { url, namespace = 'taizhang', timeoutMs = 10_000, retryMs = 500, idleMs = 10_000 } = options;
    const onFault = options.onFault ?? ((): void => undefined);
    this.retryMs = retryMs;
    this.connection = new KurrentConnection({ url, timeoutMs });
    this.names = new StreamNames(namespace);
    this.damage = new DamageBook(this.writing, options.onDamage ?? ((): void => undefined));
    this.reader = new KurrentReader(this.connection, this.names, this.damage);
    this.tails = new StreamTails(options.knownIds ?? 200_000);
    const { connection, names, damage, reader, tails } = this;
    const subscription = { connection, closing: this.closing.signal, retryMs, idleMs, onFault };
    this.watch = new StreamWatch({ reader, names, damage, tails, subscription });
    onNewPast(this.writing, () => this.tails.clear());
    const onPastLost = (): void => this.losePast();
    const why = (error: unknown): Promise<EventLogError> => connection.whyUnreachable(error);
    this.tail = new LiveTail({
      reader,
      names,
      damage,
      head: this.headSignal,
      subscription,
      timeoutMs,
      why,
      onPastLost,
    });
    const { watch, tail, writing } = this;
    this.appender = new KurrentAppender({ connection, reader, names, damage, tails, watch, tail, writing });
  }

  /**
   * Looks, before anything is written, whether the server answers, lets this account read, takes appends as large as the
   * log's limit, and is not told to forget streams: the last stops writing and is named in {@link damaged}.
   * @throws EventLogError LOG.UNAVAILABLE, LOG.REFUSED with the reason
   */
  async check(): Promise<void> {
    this.checkOpen();
    await this.reach();
    this.watch.start();
    await Promise.all([checkAppendSize(this.connection, this.names), this.watch.through(WATCH_MILLISECONDS)]);
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
    const page = async (from: number, size: number): Promise<StoredEvent[]> => {
      const events = await this.reader.stream(stream, from, size);
      this.tails.learn(stream, events);
      return events;
    };
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
    const { looked, position, trouble } = this.tail;
    if (trouble) throw trouble;
    if (looked === null) return this.reader.head();
    // Only what the subscription has not brought yet is looked for, however much others have written.
    const newer = await this.newerThan(looked);
    return newer ?? position;
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    this.checkOpen();
    checkPosition(position);
    return this.reader.at(position);
  }

  damaged(): readonly DamagedStream[] {
    return this.damage.list();
  }

  async *subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    yield* followLog(this.followed(), this.headSignal, after, options, { retryMs: this.retryMs });
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.headSignal.close();
    await this.appender.settle();
    await this.connection.close();
    await Promise.all([this.tail.end(), this.watch.end()]);
  }

  /** A follower reads from the server until it has caught up, then from the tail that all followers share. */
  private followed(): FollowedLog {
    let behind = true;
    return {
      head: async () => (behind ? this.head() : this.tail.position),
      read: async (after, limit, types) => {
        this.checkOpen();
        await this.tail.start();
        // Taken before the read: all up to here is there when the events are read.
        const reached = this.tail.position;
        if (!behind && this.tail.covers(after)) return { events: this.tail.after(after, limit, types), reached };
        const events = await ofTypes((from, most) => this.reader.all(from, most), after, limit, types);
        behind = events.length === limit;
        return { events, reached };
      },
    };
  }

  private async newerThan(position: Position): Promise<Position | null> {
    let newer: Position | null = null;
    for (;;) {
      const page = await this.reader.all(newer ?? position, 1_000);
      const last = page.at(-1)?.position;
      if (last === undefined) return newer;
      newer = comparePositions(last, newer) > 0 ? last : newer;
    }
  }

  private async reach(): Promise<void> {
    try {
      await this.reader.contact();
    } catch (error) {
      // A server that answers has given its reason.
      if (!isEventLogError(error, 'LOG.UNAVAILABLE') || hasAnswered(error.cause)) throw error;
      throw await this.connection.whyUnreachable(error);
    }
  }

  private losePast(): void {
    this.tails.clear();
    this.watch.restart();
    this.writing.stop(CONTINUITY, olderLog());
  }

  private checkOpen(): void {
    if (this.closing.signal.aborted) throw closedError();
  }
}
