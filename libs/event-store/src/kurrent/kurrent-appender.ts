import { type AppendResult as ServerAnswer, NO_STREAM, WrongExpectedVersionError } from '@eventstore/db-client';
import { LRUCache } from 'lru-cache';
import { GENESIS_HASH } from '../event-hash';
import { eventIdTaken } from '../event-id-taken';
import { EventLogError } from '../event-log-error';
import { LOG_LIMITS } from '../limits';
import { type Appended, type AppendResult, type Duplicate, type StoredEvent, type StreamName } from '../port';
import { type PreparedAppend } from '../prepared-append';
import { checkRoom } from '../waiting-appends';
import { type WrittenEvent, writtenEvent } from '../written-event';
import { EventClaims } from './event-claims';
import { type KurrentConnection } from './kurrent-connection';
import { appendFailure } from './kurrent-failure';
import { type KurrentReader } from './kurrent-reader';
import { type LinkedRecord, positionOf, toRecord } from './kurrent-records';
import { type StreamNames } from './stream-names';

/** The last event of a stream, as far as this process knows. */
interface Tail {
  readonly revision: number;
  readonly hash: string;
}

/**
 * Appends, those of one stream one after another. Whether an append was there before is asked of the stream, and only
 * when its ids were claimed before; all else the server's check of the revision decides.
 */
export class KurrentAppender {
  private readonly claims: EventClaims;
  private readonly tails: LRUCache<StreamName, Tail>;
  private readonly lanes = new Map<StreamName, Promise<void>>();
  private waiting = { appends: 0, bytes: 0 };

  /** @param tails streams whose last hash is remembered */
  constructor(
    private readonly connection: KurrentConnection,
    private readonly reader: KurrentReader,
    private readonly names: StreamNames,
    tails: number,
  ) {
    this.claims = new EventClaims(connection, names);
    this.tails = new LRUCache({ max: tails });
  }

  /** Writes, once the appends to the same stream before it are answered. */
  async append(append: PreparedAppend): Promise<AppendResult> {
    this.takeIn(append);
    const before = this.lanes.get(append.stream) ?? Promise.resolve();
    const answer = before.then(() => this.write(append));
    const done: Promise<void> = answer.then(
      () => undefined,
      () => undefined,
    );
    this.lanes.set(append.stream, done);
    void done.then(() => this.letGo(append, done));
    return answer;
  }

  /** Waits for the appends taken in. */
  async settle(): Promise<void> {
    await Promise.all(this.lanes.values());
  }

  private takeIn({ bytes }: PreparedAppend): void {
    checkRoom(this.waiting, bytes);
    this.waiting.appends += 1;
    this.waiting.bytes += bytes;
  }

  private letGo({ stream, bytes }: PreparedAppend, done: Promise<void>): void {
    this.waiting.appends -= 1;
    this.waiting.bytes -= bytes;
    if (this.lanes.get(stream) === done) this.lanes.delete(stream);
  }

  private async write(append: PreparedAppend): Promise<AppendResult> {
    const written = append.events.map(writtenEvent);
    const ids = append.events.map(({ eventId }) => eventId);
    const claimed = await this.claims.take(append.stream, ids);
    const asked = async (): Promise<Duplicate | undefined> =>
      claimed === 'fresh' ? undefined : this.duplicateOf(append, ids);
    const done = (await asked()) ?? (await this.attempt(append, written));
    if (done) return done;
    // The stream has moved: with this very append, perhaps, sent by another process.
    return (await asked()) ?? (await this.wrongRevision(append.stream));
  }

  /** @returns undefined when the stream is not where the writer thought */
  private async attempt(append: PreparedAppend, written: readonly WrittenEvent[]): Promise<Appended | undefined> {
    const previous = await this.hashAt(append);
    if (previous === undefined) return undefined;
    const records = linked(append, written, previous);
    const revision = append.expected + append.events.length;
    const hash = records.at(-1)?.hash ?? previous;
    const answer = await this.send(append, records);
    if (answer === undefined) return undefined;
    if (answer.nextExpectedRevision !== BigInt(revision)) throw renumbered(append.stream);
    this.tails.set(append.stream, { revision, hash });
    return { kind: 'appended', revision, position: await this.positionOf(append, revision, answer), hash };
  }

  private async send(
    { stream, expected }: PreparedAppend,
    records: readonly LinkedRecord[],
  ): Promise<ServerAnswer | undefined> {
    const expectedRevision = expected < 0 ? NO_STREAM : BigInt(expected);
    try {
      return await this.connection.ask((client) =>
        client.appendToStream(
          this.names.onServer(stream),
          records.map(({ record }) => record),
          { expectedRevision },
        ),
      );
    } catch (error) {
      this.tails.delete(stream);
      if (error instanceof WrongExpectedVersionError) return undefined;
      throw appendFailure(error);
    }
  }

  /** The server's answer names one position: surely that of the last event only when there is no other. */
  private async positionOf({ stream, events }: PreparedAppend, revision: number, answer: ServerAnswer) {
    if (events.length === 1 && answer.position) return positionOf(answer.position);
    const [last] = await this.reader.stream(stream, revision, 1);
    if (last === undefined) throw renumbered(stream);
    return last.position;
  }

  private async hashAt({ stream, expected }: PreparedAppend): Promise<string | undefined> {
    if (expected < 0) return GENESIS_HASH;
    const known = this.tails.get(stream);
    if (known?.revision === expected) return known.hash;
    const last = await this.reader.lastOf(stream);
    if (last === undefined) return undefined;
    this.tails.set(stream, { revision: last.revision, hash: last.hash });
    return last.revision === expected ? last.hash : undefined;
  }

  private async duplicateOf({ stream }: PreparedAppend, ids: readonly string[]): Promise<Duplicate | undefined> {
    const found = new Map<string, StoredEvent>();
    for (let from = 0, page: StoredEvent[]; found.size < ids.length; from += page.length) {
      page = await this.reader.stream(stream, from, LOG_LIMITS.readEvents);
      for (const event of page) if (ids.includes(event.eventId)) found.set(event.eventId, event);
      if (page.length < LOG_LIMITS.readEvents) break;
    }
    if (found.size === 0) return undefined;
    const events = ids.flatMap((id) => found.get(id) ?? []);
    if (events.length < ids.length) throw eventIdTaken();
    return { kind: 'duplicate', events };
  }

  private async wrongRevision(stream: StreamName): Promise<AppendResult> {
    const last = await this.reader.lastOf(stream);
    return { kind: 'wrong-revision', actual: last?.revision ?? 'no-stream' };
  }
}

function linked(
  { stream, expected }: PreparedAppend,
  written: readonly WrittenEvent[],
  head: string,
): readonly LinkedRecord[] {
  let previous = head;
  return written.map((event, index) => {
    const record = toRecord(stream, event, expected + 1 + index, previous);
    previous = record.hash;
    return record;
  });
}

function renumbered(stream: StreamName): EventLogError {
  return new EventLogError('LOG.INTEGRITY', `流 ${stream} 的编号与写入的不符，请停止写入并检查事件库。`);
}
