import { convertToCommandError, StreamDeletedError } from '@eventstore/db-client';
import { refuseLandingInThePast } from '../continuity';
import { eventIdTaken } from '../event-id-taken';
import { type EventLogError } from '../event-log-error';
import { LOG_LIMITS } from '../limits';
import { type AppendResult, type DamagedStream, type Duplicate, type StoredEvent, type StreamName } from '../port';
import { type Position } from '../position';
import { type PreparedAppend } from '../prepared-append';
import { checkRoom } from '../waiting-appends';
import { type WriteGate } from '../write-gate';
import { type AppendAnswer } from './append-answer';
import { type DamageBook, errorOf } from './damage-book';
import { type KurrentConnection } from './kurrent-connection';
import { appendFailure } from './kurrent-failure';
import { type KurrentReader } from './kurrent-reader';
import { isPosition, type LinkedRecord, toRecord } from './kurrent-records';
import { type LiveTail } from './live-tail';
import { type StreamNames } from './stream-names';
import { NO_EVENTS, type StreamTail, type StreamTails } from './stream-tails';
import { type StreamWatch } from './stream-watch';

/** What an appender stands on. */
export interface AppenderParts {
  readonly connection: KurrentConnection;
  readonly reader: KurrentReader;
  readonly names: StreamNames;
  readonly damage: DamageBook;
  readonly watch: StreamWatch;
  readonly tails: StreamTails;
  /** Knows whether the server still has the log that was read before, and how far it was seen. */
  readonly tail: Pick<LiveTail, 'position' | 'sure'>;
  readonly writing: WriteGate;
}

/**
 * Appends, those of one stream one after another. A stream whose end this process knows is not read: the ids that it
 * holds tell a repetition, and the server's check of the revision decides all else.
 */
export class KurrentAppender {
  private readonly lanes = new Map<StreamName, Promise<void>>();
  private waiting = { appends: 0, bytes: 0 };

  constructor(private readonly parts: AppenderParts) {}

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
    const { stream, expected } = append;
    await this.parts.tail.sure();
    this.parts.writing.check();
    this.parts.damage.check(stream);
    const tail = await this.tailFor(append);
    const repeated = await this.repetition(append, tail);
    if (repeated) return repeated;
    if (tail.revision !== expected) return wrongRevision(tail);
    const done = await this.send(append, tail);
    if (done) return done;
    // Somebody else was faster, perhaps with this very append.
    const now = await this.readOn(stream);
    if (now.revision <= tail.revision) throw this.lost(stream, tail.revision);
    return (await this.repetition(append, now)) ?? wrongRevision(now);
  }

  /** What is known of the stream; read only where the writer knows more. */
  private async tailFor({ stream, expected }: PreparedAppend): Promise<StreamTail> {
    const known = this.parts.tails.get(stream);
    if (known && known.revision >= expected) return known;
    // A deleted stream looks like one that never was, and would take the append.
    if (expected < 0 || !this.parts.watch.isLive) await this.parts.watch.check(stream);
    return expected < 0 ? NO_EVENTS : this.readOn(stream);
  }

  /** Reads what is not known of a stream. */
  private async readOn(stream: StreamName): Promise<StreamTail> {
    const { reader, tails } = this.parts;
    const size = LOG_LIMITS.readEvents;
    for (let page: StoredEvent[] = []; ;) {
      page = await reader.stream(stream, (tails.get(stream)?.revision ?? -1) + 1, size);
      tails.learn(stream, page);
      if (page.length < size) return tails.get(stream) ?? NO_EVENTS;
    }
  }

  /** The facts, if all ids of the append are in the stream. @throws EventLogError LOG.EVENT_ID_TAKEN if only some are */
  private async repetition({ stream, events }: PreparedAppend, { ids }: StreamTail): Promise<Duplicate | undefined> {
    const known = events.filter(({ eventId }) => ids.has(eventId));
    if (known.length === 0) return undefined;
    if (known.length < events.length) throw eventIdTaken();
    return { kind: 'duplicate', events: await this.facts(stream, events) };
  }

  private async facts(stream: StreamName, wanted: PreparedAppend['events']): Promise<readonly StoredEvent[]> {
    const found = new Map(wanted.map(({ eventId }): [string, StoredEvent | null] => [eventId, null]));
    const size = LOG_LIMITS.readEvents;
    for (let from = 0, page: StoredEvent[]; ; from += size) {
      page = await this.parts.reader.stream(stream, from, size);
      for (const event of page) if (found.has(event.eventId)) found.set(event.eventId, event);
      const events = [...found.values()].flatMap((event) => event ?? []);
      if (events.length === wanted.length) return events;
      if (page.length < size) throw this.lost(stream, null);
    }
  }

  /** @returns undefined when the stream is not where the writer thought */
  private async send(append: PreparedAppend, tail: StreamTail): Promise<AppendResult | undefined> {
    const { stream, expected, events } = append;
    const records = linked(append, tail.hash);
    const seen = this.parts.tail.position;
    const answer = await this.answerTo(append, records);
    if (answer.kind === 'wrong-revision') return undefined;
    const revision = expected + events.length;
    // The server numbers on after a deletion that nobody has heard of yet.
    if (answer.revision !== revision) throw this.lost(stream, expected);
    const hash = records.at(-1)?.hash ?? tail.hash;
    const written = records.map((record, index) => ({
      eventId: events[index]?.eventId ?? '',
      revision: expected + 1 + index,
      hash: record.hash,
    }));
    this.parts.tails.learn(stream, written);
    const position = await this.placeOf(stream, revision, answer.position);
    refuseLandingInThePast(this.parts.writing, position, seen);
    return { kind: 'appended', revision, position, hash };
  }

  /** An append that the server knows from before, by its records' ids, is answered without a place. */
  private async placeOf(stream: StreamName, revision: number, told: string | undefined): Promise<Position> {
    if (isPosition(told)) return told;
    const [last] = await this.parts.reader.stream(stream, revision, 1);
    if (!last) throw this.lost(stream, revision);
    return last.position;
  }

  private async answerTo(
    { stream, expected }: PreparedAppend,
    records: readonly LinkedRecord[],
  ): Promise<AppendAnswer> {
    const { connection, names, tails } = this.parts;
    try {
      return await connection.append(
        names.onServer(stream),
        expected,
        records.map(({ record }) => record),
      );
    } catch (error) {
      tails.forget(stream);
      const failure = error instanceof Error ? convertToCommandError(error) : error;
      if (failure instanceof StreamDeletedError) throw this.lost(stream, null);
      throw appendFailure(failure);
    }
  }

  private lost(stream: StreamName, revision: number | null): EventLogError {
    this.parts.tails.forget(stream);
    const message = `事件库中流 ${stream} 的历史被删除或截短，已停止写入；请恢复该流（取消删除或清理设置），或从备份恢复事件库。`;
    const damage: DamagedStream = { stream, damage: 'lost', revision, message };
    this.parts.damage.note(damage);
    return errorOf(damage);
  }
}

function linked({ stream, expected, events }: PreparedAppend, head: string): readonly LinkedRecord[] {
  let previous = head;
  return events.map((event, index) => {
    const record = toRecord(stream, event, expected + 1 + index, previous);
    previous = record.hash;
    return record;
  });
}

function wrongRevision({ revision }: StreamTail): AppendResult {
  return { kind: 'wrong-revision', actual: revision < 0 ? 'no-stream' : revision };
}
