import { type Pool, type QueryArrayConfig } from 'pg';
import { z } from 'zod';
import { STANDS_STILL } from '../chain-words';
import { onNewPast, refuseLandingInThePast } from '../continuity';
import { closedError, EventLogError } from '../event-log-error';
import { type FollowedLog, followLog, type LogPage } from '../follow-log';
import { HeadSignal } from '../head-signal';
import {
  type Appended,
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
import { prepareAppend, type PreparedAppend } from '../prepared-append';
import { checkFromRevision, checkReadLimit, readWholeStream } from '../read-limits';
import { checkStreamName } from '../stream-name';
import { WriteGate } from '../write-gate';
import { Appender } from './appender';
import { eventQuery, type LogRow, toLogRow } from './event-rows';
import { ForeignRows } from './foreign-rows';
import { HeadListener } from './head-listener';
import { OwnEvents } from './own-events';
import { readFailure } from './pg-failure';
import { StreamReads } from './stream-reads';

/** How to open the log; times in milliseconds. */
export interface PostgresEventStoreOptions {
  /**
   * Connections to the log's database, as the program's role. The store keeps one for appends and, once something
   * subscribes, one for LISTEN; reads take from the rest, so it must allow at least three. Its owner ends it, after
   * `close()`, and listens for its 'error'.
   */
  readonly pool: Pool;
  /** Called when LISTEN is lost; the store recovers by itself. Default: nothing happens. */
  readonly onFault?: (error: unknown) => void;
  /** Longest wait for a connection and for a commit before the outcome counts as unknown. Default: 35,000. */
  readonly timeoutMs?: number;
  /** A subscription that has caught up reads again after this time even if LISTEN was silent. Default: 1,000. */
  readonly pollMs?: number;
  /** Between attempts to reach a server that is away. Default: 1,000. */
  readonly retryMs?: number;
  /** How many streams have their last hash kept in memory. Default: 50,000. */
  readonly tails?: number;
}

const LEAST_CONNECTIONS = 3;
const headRows = z.tuple([z.tuple([z.string().nullable()])]);

/** The position of the first event of an append, from that of its last: positions have no gaps here. */
function firstPosition({ position }: Appended, { events }: PreparedAppend): Position {
  return String(BigInt(position) - BigInt(events.length - 1));
}

/** The log in PostgreSQL, in the schema of `LOG_MIGRATIONS`. Any number of processes may append and subscribe. */
export class PostgresEventStore implements EventStore {
  readonly writing = new WriteGate(() => this.headSignal.position);
  private readonly pool: Pool;
  private readonly appender: Appender;
  private readonly headSignal = new HeadSignal();
  private readonly listener: HeadListener;
  private readonly own = new OwnEvents();
  private readonly foreign = new ForeignRows();
  private readonly streams = new StreamReads((query) => this.logRows(query), this.foreign);
  private readonly timing: { readonly pollMs: number; readonly retryMs: number };
  private closed = false;

  /** Opens no connection yet. @throws RangeError for a pool of fewer than three connections */
  constructor(options: PostgresEventStoreOptions) {
    if (options.pool.options.max < LEAST_CONNECTIONS) {
      throw new RangeError(`the event store needs a pool of at least ${LEAST_CONNECTIONS} connections`);
    }
    this.pool = options.pool;
    this.timing = { pollMs: options.pollMs ?? 1_000, retryMs: options.retryMs ?? 1_000 };
    this.appender = new Appender(options.pool, {
      timeoutMs: options.timeoutMs ?? 35_000,
      tails: options.tails ?? 50_000,
      onCommit: (position) => this.headSignal.announce(position),
      onAppended: (append, lastPosition) => this.own.take(append, lastPosition),
    });
    this.listener = new HeadListener(options.pool, this.headSignal, {
      retryMs: this.timing.retryMs,
      onFault: options.onFault ?? ((): void => undefined),
    });
    onNewPast(this.writing, () => this.forget());
  }

  async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    this.checkOpen();
    this.writing.check();
    const append = prepareAppend(stream, expected, events);
    const { seen } = this.writing;
    const answer = await this.appender.append(append);
    if (answer.kind === 'duplicate') return { kind: 'duplicate', events: await this.storedEvents(append) };
    if (answer.kind === 'appended') refuseLandingInThePast(this.writing, firstPosition(answer, append), seen);
    return answer;
  }

  async readStream(stream: StreamName, fromRevision = 0, limit?: number): Promise<StoredEvent[]> {
    this.checkOpen();
    checkStreamName(stream);
    checkFromRevision(fromRevision);
    const page = (from: number, size: number): Promise<StoredEvent[]> =>
      this.streams.read({ stream, fromRevision: from, limit: size });
    if (limit === undefined) return readWholeStream(fromRevision, page);
    checkReadLimit(limit);
    return page(fromRevision, limit);
  }

  async readAll(after: Position | null, limit: number): Promise<StoredEvent[]> {
    return this.withHeadAnnounced((await this.pageAfter(after, limit)).events);
  }

  async head(): Promise<Position | null> {
    this.checkOpen();
    const text = 'select max(position)::text from log.event';
    const [[head]] = headRows.parse(await this.rows({ name: 'log-head', text, rowMode: 'array' }));
    if (head !== null) this.headSignal.announce(head);
    return head;
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    this.checkOpen();
    checkPosition(position);
    const rows = await this.logRows(eventQuery('log-read-at', 'where position = $1', [position]));
    return this.withHeadAnnounced(this.foreign.leaveOut(rows))[0];
  }

  damaged(): readonly DamagedStream[] {
    return this.foreign.damaged();
  }

  subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    this.listener.start();
    this.own.start();
    const log: FollowedLog = {
      head: () => this.head(),
      read: (from, limit, types) => this.pageAfter(from, limit, types),
      known: (from, limit, types) => this.own.after(from, limit, types),
    };
    return followLog(log, this.headSignal, after, options, this.timing);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.headSignal.close();
    await Promise.all([this.appender.close(), this.listener.close()]);
  }

  /**
   * A page in log order, of some types or of all. Reads on past foreign rows until the page is full, so that a short page always
   * means the end of the log.
   */
  private async pageAfter(after: Position | null, limit: number, types?: readonly string[]): Promise<LogPage> {
    this.checkOpen();
    checkPosition(after);
    checkReadLimit(limit);
    const events: StoredEvent[] = [];
    let reached = after;
    for (;;) {
      const wanted = limit - events.length;
      const rows = await this.logRows(pageQuery(reached, wanted, types));
      reached = rows.at(-1)?.position ?? reached;
      events.push(...this.foreign.leaveOut(rows));
      if (rows.length < wanted || events.length === limit) return { events, reached };
    }
  }

  /**
   * Announces the last of the events read: the log reaches at least that far. An append that later lands at or before it has
   * gone into an older copy of the log and is refused.
   */
  private withHeadAnnounced(events: StoredEvent[]): StoredEvent[] {
    const last = events.at(-1);
    if (last) this.headSignal.announce(last.position);
    return events;
  }

  private forget(): void {
    this.headSignal.forget();
    this.own.forget();
    this.appender.forget();
  }

  private checkOpen(): void {
    if (this.closed) throw closedError();
  }

  /** The stored events with the ids of an append that was written before. */
  private async storedEvents(append: PreparedAppend): Promise<StoredEvent[]> {
    const ids = append.events.map((event) => event.eventId);
    const found = this.foreign.refuse(
      await this.logRows(eventQuery('log-read-ids', 'where event_id = any($1::uuid[])', [ids])),
    );
    const byId = new Map(found.map((event) => [event.eventId, event]));
    return ids.map((id) => {
      const event = byId.get(id);
      if (event === undefined)
        throw new EventLogError('LOG.INTEGRITY', `${append.stream} 已写入的事件不见了，${STANDS_STILL}。`);
      return event;
    });
  }

  private async logRows(query: QueryArrayConfig): Promise<readonly LogRow[]> {
    return (await this.rows(query)).map(toLogRow);
  }

  private async rows(query: QueryArrayConfig): Promise<readonly unknown[]> {
    try {
      const result = await this.pool.query(query);
      return result.rows;
    } catch (error) {
      throw readFailure(error);
    }
  }
}

/** Filters types row by row. An index over types would slow down every append for the sake of a few subscribers. */
function pageQuery(after: Position | null, limit: number, types?: readonly string[]): QueryArrayConfig {
  if (!types)
    return eventQuery('log-read-all', 'where position > $1 order by position limit $2', [after ?? '0', limit]);
  const tail = 'where position > $1 and type = any($2) order by position limit $3';
  return eventQuery('log-read-types', tail, [after ?? '0', types, limit]);
}
