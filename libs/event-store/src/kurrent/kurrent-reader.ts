import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type ResolvedEvent,
  START,
  type StreamingRead,
} from '@eventstore/db-client';
import { EventLogError } from '../event-log-error';
import { type StoredEvent, type StreamName } from '../port';
import { type Position } from '../position';
import { AnswerOverdue, type KurrentConnection } from './kurrent-connection';
import { isStreamUnknown, readFailure } from './kurrent-failure';
import { serverPosition, toStoredEvent } from './kurrent-records';
import { type StreamNames } from './stream-names';

/** Reads streams and the log. Nothing it does writes, so every failure is LOG.UNAVAILABLE or the log's own. */
export class KurrentReader {
  constructor(
    private readonly connection: KurrentConnection,
    private readonly names: StreamNames,
    /** Longest silence within a read, in milliseconds. */
    private readonly timeoutMs: number,
  ) {}

  /** Events of a stream from a revision on. @throws EventLogError LOG.INTEGRITY when the server has left some out */
  async stream(stream: StreamName, fromRevision: number, limit: number): Promise<StoredEvent[]> {
    const read = this.connection.client.readStream(this.names.onServer(stream), {
      fromRevision: BigInt(fromRevision),
      maxCount: limit,
    });
    const events = await this.eventsOf(read, limit);
    const gap = events.findIndex(({ revision }, index) => revision !== fromRevision + index);
    if (gap >= 0) throw cutOff(stream, fromRevision + gap);
    return events;
  }

  /** The last event of a stream. */
  async lastOf(stream: StreamName): Promise<StoredEvent | undefined> {
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [last] = await this.eventsOf(this.connection.client.readStream(this.names.onServer(stream), options), 1);
    return last;
  }

  /** Events of the ledgers after a position, in log order. */
  async all(after: Position | null, limit: number): Promise<StoredEvent[]> {
    // A read begins at its position, a subscription after it.
    const fromPosition = after === null ? START : serverPosition(after);
    return this.eventsOf(this.connection.client.readAll({ fromPosition }), limit, after);
  }

  /** The ledgers' last event. */
  async head(): Promise<Position | null> {
    const read = this.connection.client.readAll({ direction: BACKWARDS, fromPosition: END });
    const [last] = await this.eventsOf(read, 1);
    return last?.position ?? null;
  }

  private async eventsOf(
    read: StreamingRead<ResolvedEvent | AllStreamResolvedEvent>,
    limit: number,
    after: Position | null = null,
  ): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    try {
      for await (const { event } of patiently(read, this.timeoutMs)) {
        if (event === undefined || this.names.ofLedgers(event.streamId) === undefined) continue;
        const stored = toStoredEvent(event, this.names);
        if (stored.position !== after) events.push(stored);
        if (events.length === limit) break;
      }
      return events;
    } catch (error) {
      if (isStreamUnknown(error)) return [];
      throw readFailure(error);
    }
  }
}

/** A read that fails when nothing comes for so long; left early or failing, it is ended at the server too. */
async function* patiently<Item>(read: StreamingRead<Item>, timeoutMs: number): AsyncGenerator<Item> {
  // What happens to a read that nobody follows any more is nobody's concern.
  read.on('error', () => undefined);
  const timer = setTimeout(() => read.destroy(new AnswerOverdue(`silent for ${timeoutMs} ms`)), timeoutMs);
  try {
    for await (const item of read) {
      timer.refresh();
      yield item;
    }
  } finally {
    clearTimeout(timer);
    void read.cancel().catch(() => undefined);
  }
}

function cutOff(stream: StreamName, revision: number): EventLogError {
  return new EventLogError(
    'LOG.INTEGRITY',
    `流 ${stream} 缺少第 ${revision} 个事件，可能被人截短，请停止写入，并从备份恢复。`,
  );
}
