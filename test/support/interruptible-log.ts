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

/**
 * A log in front of another one that a test can take away: while it is away every question is answered LOG.UNAVAILABLE. It can
 * also be slow to its subscribers: what is written reaches nobody until the test lets it.
 */
export class InterruptibleLog implements EventStore {
  away = false;
  private held: Promise<void> = Promise.resolve();
  private letGo: () => void = () => undefined;

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

  /** From now on whoever follows the whole log, as the tables do, hears of nothing, until {@link release}. */
  hold(): void {
    this.held = new Promise((resolve) => (this.letGo = resolve));
  }

  /** They hear of everything. */
  release(): void {
    this.letGo();
  }

  /** Outlasts the outage, as the port promises: nothing is written meanwhile, so nothing comes. */
  async *subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    const ended = new Promise<void>((resolve) => options.signal.addEventListener('abort', () => resolve()));
    for await (const message of this.log.subscribe(after, options)) {
      if (options.types === undefined) await Promise.race([this.held, ended]);
      if (options.signal.aborted) return;
      yield message;
    }
  }

  close(): Promise<void> {
    return this.log.close();
  }

  private async unlessAway<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.away) throw new EventLogError('LOG.UNAVAILABLE', '事件库暂时无法使用，未写入任何内容，请稍后重试。');
    return ask();
  }
}
