import { convertToCommandError } from '@eventstore/db-client';
import type streams from '@eventstore/db-client/generated/streams_pb';
import { olderLog } from '../continuity';
import { EventLogError, isEventLogError } from '../event-log-error';
import { type StoredEvent, type StreamName } from '../port';
import { type Position } from '../position';
import { type DamageBook, errorOf } from './damage-book';
import { type KurrentConnection } from './kurrent-connection';
import { isPositionUnknown, readFailure } from './kurrent-failure';
import { deletedForGood, jsonOf, readRecord, type ServerRecord, streamNameOf, TOMBSTONE } from './kurrent-records';
import { readAllRequest, readAtRequest, readLastRequest, readStreamRequest, readTypeRequest } from './requests';
import { type StreamNames } from './stream-names';

/** Tombstones of one read; few have ever been written. */
const DELETED_PAGE = 500;

/** Reads streams and the log. Nothing it does writes, so every failure is LOG.UNAVAILABLE or the log's own. */
export class KurrentReader {
  private headAsked: Promise<Position | null> | undefined;

  constructor(
    private readonly connection: KurrentConnection,
    private readonly names: StreamNames,
    private readonly damage: DamageBook,
  ) {}

  /**
   * Events of a stream from a revision on.
   * @throws EventLogError LOG.STREAM_LOST when the server has left some out, LOG.INTEGRITY at a foreign record
   */
  async stream(stream: StreamName, fromRevision: number, limit: number): Promise<StoredEvent[]> {
    const request = readStreamRequest(this.names.onServer(stream), fromRevision, limit);
    const events: StoredEvent[] = [];
    for (const record of await this.recordsOf(stream, request)) {
      const read = readRecord(record, stream);
      if (read.kind === 'damage') throw this.damaged(read.damage);
      if (read.event.revision !== fromRevision + events.length) throw this.cutOff(stream, fromRevision + events.length);
      events.push(read.event);
    }
    return events;
  }

  /** Events of the ledgers after a position, in log order; what is no event of ours is noted and left out. */
  async all(after: Position | null, limit: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (let from = after; ;) {
      // A read begins at its position, a subscription after it.
      const wanted = limit - events.length + (from === null ? 0 : 1);
      const records = await this.records(readAllRequest({ from, prefix: this.names.prefix, limit: wanted }));
      const start = from;
      for (const record of records) {
        const position = record.getCommitPosition();
        if (position !== start) this.take(record, events);
        from = position;
      }
      if (records.length < wanted || events.length === limit) return events;
    }
  }

  /** The ledgers' last event. Asked for by several at once, it is looked for once: the server goes back to find it. */
  head(): Promise<Position | null> {
    this.headAsked ??= this.lookForHead().finally(() => (this.headAsked = undefined));
    return this.headAsked;
  }

  /** Reads once, to hear whether the server answers and lets this account read. @throws EventLogError with the reason */
  async contact(): Promise<void> {
    try {
      await this.connection.contact(readLastRequest(this.names.prefix));
    } catch (error) {
      throw readFailure(error instanceof Error ? convertToCommandError(error) : error);
    }
  }

  /** The event of the ledgers at a position; undefined when there is none. */
  async at(position: Position): Promise<StoredEvent | undefined> {
    try {
      const [record] = await this.records(readAtRequest(position));
      if (record === undefined || record.getCommitPosition() !== position) return undefined;
      const stream = this.names.ofLedgers(streamNameOf(record));
      if (stream === undefined) return undefined;
      const read = readRecord(record, stream);
      return read.kind === 'event' ? read.event : undefined;
    } catch (error) {
      if (error instanceof EventLogError && error.code === 'LOG.OLDER') return undefined;
      throw error;
    }
  }

  /** What the server was told last about a stream; undefined when it never was. */
  async toldAbout(stream: StreamName): Promise<unknown> {
    const [record] = await this.records(readStreamRequest(this.names.metadataOf(stream), 'last', 1));
    return record && jsonOf(record.getData_asU8());
  }

  /** Takes note of the streams of the ledgers that were deleted for good, wherever in the log that happened. */
  async findDeleted(): Promise<void> {
    for (let from: Position | null = null; ;) {
      const records: ServerRecord[] = await this.records(readTypeRequest(from, TOMBSTONE, DELETED_PAGE));
      for (const record of records) {
        this.take(record, []);
      }
      from = records.at(-1)?.getCommitPosition() ?? from;
      if (records.length < DELETED_PAGE) return;
    }
  }

  private async lookForHead(): Promise<Position | null> {
    const [last] = await this.records(readLastRequest(this.names.prefix));
    return last?.getCommitPosition() ?? null;
  }

  private take(record: ServerRecord, events: StoredEvent[]): void {
    const stream = this.names.ofLedgers(streamNameOf(record));
    if (stream === undefined) return;
    const read = readRecord(record, stream);
    if (read.kind === 'event') events.push(read.event);
    else this.damage.note(read.damage);
  }

  /** @throws EventLogError LOG.STREAM_LOST for a stream that was deleted for good, which is noted */
  private async recordsOf(stream: StreamName, request: streams.ReadReq): Promise<ServerRecord[]> {
    try {
      return await this.records(request);
    } catch (error) {
      if (isEventLogError(error, 'LOG.STREAM_LOST')) throw this.damaged(deletedForGood(stream));
      throw error;
    }
  }

  private async records(request: streams.ReadReq): Promise<ServerRecord[]> {
    try {
      return await this.connection.collect(request);
    } catch (error) {
      const failure = error instanceof Error ? convertToCommandError(error) : error;
      if (isPositionUnknown(failure)) throw olderLog();
      throw readFailure(failure);
    }
  }

  private damaged(damage: Parameters<DamageBook['note']>[0]): EventLogError {
    this.damage.note(damage);
    return errorOf(damage);
  }

  private cutOff(stream: StreamName, revision: number): EventLogError {
    const message = `事件库中流 ${stream} 缺少第 ${revision} 个事件（被截短或清理），已停止写入；请取消该流的清理设置并恢复事件库，或备份其余内容后恢复到新的事件库。`;
    return this.damaged({ stream, damage: 'lost', revision, message });
  }
}
