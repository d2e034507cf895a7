import { GENESIS_HASH, linkHash } from '../event-hash';
import { onNewPast, refuseLandingInThePast } from '../continuity';
import { closedError, EventLogError } from '../event-log-error';
import { eventIdTaken } from '../event-id-taken';
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
import { checkPosition, type Position } from '../position';
import { prepareAppend, type PreparedAppend } from '../prepared-append';
import { checkFromRevision, checkReadLimit, readWholeStream } from '../read-limits';
import { checkStreamName } from '../stream-name';
import { WriteGate } from '../write-gate';
import { type WrittenEvent, writtenEvent } from '../written-event';

/** A copy of the log in memory. */
export type MemoryLogCopy = readonly StoredEvent[];

/** The log in memory: for tests and simulation. Same answers, hashes and limits as the others; gone with the process. */
export class MemoryEventStore implements EventStore {
  readonly writing = new WriteGate(() => this.headSignal.position);
  private log: StoredEvent[] = [];
  private readonly streams = new Map<StreamName, StoredEvent[]>();
  private readonly byId = new Map<string, StoredEvent>();
  private readonly headSignal = new HeadSignal();
  private closed = false;

  constructor() {
    onNewPast(this.writing, () => this.headSignal.forget());
  }

  async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    this.checkOpen();
    this.writing.check();
    const append = prepareAppend(stream, expected, events);
    const duplicates = this.duplicatesOf(append);
    if (duplicates !== undefined) return { kind: 'duplicate', events: duplicates };
    const written = this.streams.get(stream) ?? [];
    const actual = written.length - 1;
    if (actual !== append.expected) return { kind: 'wrong-revision', actual: actual < 0 ? 'no-stream' : actual };
    return this.write(append, written);
  }

  async readStream(stream: StreamName, fromRevision = 0, limit?: number): Promise<StoredEvent[]> {
    this.checkOpen();
    checkStreamName(stream);
    checkFromRevision(fromRevision);
    const page = async (from: number, size: number): Promise<StoredEvent[]> =>
      (this.streams.get(stream) ?? []).slice(from, from + size);
    if (limit === undefined) return readWholeStream(fromRevision, page);
    checkReadLimit(limit);
    return page(fromRevision, limit);
  }

  async readAll(after: Position | null, limit: number): Promise<StoredEvent[]> {
    this.checkOpen();
    checkPosition(after);
    checkReadLimit(limit);
    const from = indexAfter(after);
    return this.seen(this.log.slice(from, from + limit));
  }

  async head(): Promise<Position | null> {
    this.checkOpen();
    this.seen(this.log.slice(-1));
    return this.log.at(-1)?.position ?? null;
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    this.checkOpen();
    checkPosition(position);
    const index = indexAfter(position);
    return this.seen(this.log.slice(Math.max(0, index - 1), index))[0];
  }

  /** The log as it is now, or was at a position. */
  copy(upTo: Position | null = this.log.at(-1)?.position ?? null): MemoryLogCopy {
    return this.log.slice(0, indexAfter(upTo));
  }

  /** Becomes what a copy holds, as a server's log does that is restored from a backup; who works on it is not told. */
  restore(copy: MemoryLogCopy): void {
    this.log = [];
    this.streams.clear();
    this.byId.clear();
    for (const event of copy) this.keep(event);
  }

  damaged(): readonly DamagedStream[] {
    return [];
  }

  subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    const log: FollowedLog = {
      head: () => this.head(),
      read: async (from, limit, types) => {
        const events = await (types ? this.readOfTypes(from, limit, types) : this.readAll(from, limit));
        return { events, reached: events.at(-1)?.position ?? from };
      },
    };
    return followLog(log, this.headSignal, after, options, { retryMs: 1_000 });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.headSignal.close();
  }

  private async readOfTypes(after: Position | null, limit: number, types: readonly string[]): Promise<StoredEvent[]> {
    this.checkOpen();
    const wanted = this.log.slice(indexAfter(after)).filter(({ type }) => types.includes(type));
    return wanted.slice(0, limit);
  }

  /** What was read shows how far the log reaches. */
  private seen(events: StoredEvent[]): StoredEvent[] {
    const last = events.at(-1);
    if (last) this.headSignal.announce(last.position);
    return events;
  }

  private checkOpen(): void {
    if (this.closed) throw closedError();
  }

  private duplicatesOf(append: PreparedAppend): StoredEvent[] | undefined {
    const found = append.events.flatMap((event) => this.byId.get(event.eventId) ?? []);
    if (found.length === 0) return undefined;
    if (found.length < append.events.length || found.some((event) => event.stream !== append.stream)) {
      throw eventIdTaken();
    }
    return found;
  }

  private write(append: PreparedAppend, written: readonly StoredEvent[]): AppendResult {
    let last: StoredEvent | undefined;
    for (const event of append.events.map(writtenEvent)) {
      last = this.store(append.stream, event, last ?? written.at(-1));
    }
    if (last === undefined)
      throw new EventLogError('LOG.EVENT_INVALID', '一次写入至少要有一个事件，请检查命令的结果。');
    const first = String(this.log.length - append.events.length + 1);
    refuseLandingInThePast(this.writing, first, this.writing.seen);
    this.headSignal.announce(last.position);
    return { kind: 'appended', revision: last.revision, position: last.position, hash: last.hash };
  }

  private store(stream: StreamName, event: WrittenEvent, before: StoredEvent | undefined): StoredEvent {
    const revision = before ? before.revision + 1 : 0;
    const previousHash = before?.hash ?? GENESIS_HASH;
    const { eventId, type, schemaVersion } = event.text;
    const stored: StoredEvent = {
      stream,
      revision,
      position: String(this.log.length + 1),
      eventId,
      type,
      schemaVersion,
      metadata: event.metadata,
      data: event.data,
      previousHash,
      hash: linkHash({ ...event.text, stream, revision, previous: previousHash }),
    };
    this.keep(stored);
    return stored;
  }

  private keep(event: StoredEvent): void {
    const written = this.streams.get(event.stream);
    if (written) written.push(event);
    else this.streams.set(event.stream, [event]);
    this.log.push(event);
    this.byId.set(event.eventId, event);
  }
}

/** Positions count from 1, so a position is the index of the event after it. */
function indexAfter(position: Position | null): number {
  return position === null ? 0 : Number(position);
}
