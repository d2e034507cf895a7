import {
  type AppendResult,
  type DamagedStream,
  EventLogError,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#event-store';

/** A log in front of another one that a test can take away: while it is away every question is answered LOG.UNAVAILABLE. */
export class InterruptibleLog implements EventStore {
  away = false;

  constructor(private readonly log: EventStore) {}

  get writing(): EventStore['writing'] {
    return this.log.writing;
  }

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    return this.unlessAway(() => this.log.append(stream, expected, events));
  }

  readStream(stream: string, fromRevision?: number, limit?: number): Promise<StoredEvent[]> {
    return this.unlessAway(() => this.log.readStream(stream, fromRevision, limit));
  }

  readAll(after: Position | null, limit: number): Promise<StoredEvent[]> {
    return this.unlessAway(() => this.log.readAll(after, limit));
  }

  head(): Promise<Position | null> {
    return this.unlessAway(() => this.log.head());
  }

  eventAt(position: Position): Promise<StoredEvent | undefined> {
    return this.unlessAway(() => this.log.eventAt(position));
  }

  damaged(): readonly DamagedStream[] {
    return this.log.damaged();
  }

  /** Outlasts the outage, as the port promises: nothing is written meanwhile, so nothing comes. */
  subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return this.log.subscribe(after, options);
  }

  close(): Promise<void> {
    return this.log.close();
  }

  private async unlessAway<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.away) throw new EventLogError('LOG.UNAVAILABLE', '事件库暂时无法使用，未写入任何内容，请稍后重试。');
    return ask();
  }
}
