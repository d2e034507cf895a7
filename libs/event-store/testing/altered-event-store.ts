import {
  type AppendResult,
  type DamagedStream,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
  type WriteGate,
} from '../src/index';

/** What somebody did to a log behind the program's back. */
export interface Alterations {
  /** Replaces an event when it is read; undefined removes it. Default: every event is read as it is. */
  readonly alter?: (event: StoredEvent) => StoredEvent | undefined;
  /** What the store says of it, beside what it has found itself. */
  readonly damaged?: readonly DamagedStream[];
}

/** A store whose events were changed or taken out after they were written. What is written goes to the store beneath. */
export class AlteredEventStore implements EventStore {
  constructor(
    private readonly inner: EventStore,
    /** May be changed while the store is in use. */
    public alterations: Alterations,
  ) {}

  get writing(): WriteGate {
    return this.inner.writing;
  }

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    return this.inner.append(stream, expected, events);
  }

  async readStream(stream: string, fromRevision?: number, limit?: number): Promise<StoredEvent[]> {
    return this.altered(await this.inner.readStream(stream, fromRevision, limit));
  }

  async readAll(after: Position | null, limit: number): Promise<StoredEvent[]> {
    return this.altered(await this.inner.readAll(after, limit));
  }

  head(): Promise<Position | null> {
    return this.inner.head();
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    const event = await this.inner.eventAt(position);
    return event && this.altered([event])[0];
  }

  damaged(): readonly DamagedStream[] {
    return [...this.inner.damaged(), ...(this.alterations.damaged ?? [])];
  }

  async *subscribe(after: Position | null, options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    for await (const message of this.inner.subscribe(after, options)) {
      if (message.kind !== 'events') yield message;
      else yield { ...message, events: this.altered(message.events) };
    }
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private altered(events: readonly StoredEvent[]): StoredEvent[] {
    const { alter } = this.alterations;
    return alter ? events.flatMap((event) => alter(event) ?? []) : [...events];
  }
}
