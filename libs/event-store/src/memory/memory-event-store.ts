import { GENESIS_HASH, linkHash } from '../event-hash';
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

/** The log in memory: for tests and simulation. Same answers, hashes and limits as the others; gone with the process. */
export class MemoryEventStore implements EventStore {
  readonly writing = new WriteGate();
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<StreamName, StoredEvent[]>();
  private readonly byId = new Map<string, StoredEvent>();
  private readonly headSignal = new HeadSignal();
  private closed = false;

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
    return this.log.slice(from, from + limit);
  }

  async head(): Promise<Position | null> {
    this.checkOpen();
    return this.log.at(-1)?.position ?? null;
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    this.checkOpen();
    checkPosition(position);
    return this.log[indexAfter(position) - 1];
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

  private write(append: PreparedAppend, written: StoredEvent[]): AppendResult {
    let last: StoredEvent | undefined;
    for (const event of append.events.map(writtenEvent)) {
      last = this.store(append.stream, event, written);
    }
    if (last === undefined)
      throw new EventLogError('LOG.EVENT_INVALID', '一次写入至少要有一个事件，请检查命令的结果。');
    this.streams.set(append.stream, written);
    this.headSignal.announce(last.position);
    return { kind: 'appended', revision: last.revision, position: last.position, hash: last.hash };
  }

  private store(stream: StreamName, event: WrittenEvent, written: StoredEvent[]): StoredEvent {
    const revision = written.length;
    const previousHash = written.at(-1)?.hash ?? GENESIS_HASH;
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
    written.push(stored);
    this.log.push(stored);
    this.byId.set(eventId, stored);
    return stored;
  }
}

/** Positions count from 1, so a position is the index of the event after it. */
function indexAfter(position: Position | null): number {
  return position === null ? 0 : Number(position);
}
