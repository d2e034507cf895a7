import { poll } from '#platform';
import {
  type EventStore,
  type Position,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '../src/index';

const PATIENCE_MS = 20_000;

/** A running subscription that keeps everything it is given. */
export class Subscriber {
  readonly messages: SubscriptionMessage[] = [];
  private readonly stop = new AbortController();
  private readonly done: Promise<void>;
  private failure: unknown;

  /** Begins to follow at once. */
  constructor(store: EventStore, after: Position | null, batchSize?: number, types?: readonly string[]) {
    this.done = this.follow(store, after, { batchSize, types });
  }

  /** The events so far, in the order in which they came. */
  get events(): readonly StoredEvent[] {
    return this.messages.flatMap((message) => (message.kind === 'events' ? message.events : []));
  }

  /** What ended the subscription, if anything did. */
  get error(): unknown {
    return this.failure;
  }

  /** Waits until so many events have come, and fails if there are more. */
  async received(count: number): Promise<readonly StoredEvent[]> {
    await poll(() => this.events.length >= count || this.failure !== undefined || undefined, PATIENCE_MS);
    expect(this.events).toHaveLength(count);
    return this.events;
  }

  /** Waits for so many `caught-up` messages. */
  async caughtUp(times = 1): Promise<void> {
    const count = (): number => this.messages.filter((message) => message.kind === 'caught-up').length;
    await poll(() => count() >= times || this.failure !== undefined || undefined, PATIENCE_MS);
    expect(count()).toBeGreaterThanOrEqual(times);
  }

  /** Waits until the loop has ended by itself. */
  async ended(): Promise<void> {
    await this.done;
  }

  /** Aborts and waits for the end; fails if the loop had thrown. */
  async close(): Promise<void> {
    this.stop.abort();
    await this.done;
    expect(this.failure).toBeUndefined();
  }

  private async follow(
    store: EventStore,
    after: Position | null,
    wanted: Omit<SubscribeOptions, 'signal'>,
  ): Promise<void> {
    try {
      for await (const message of store.subscribe(after, { signal: this.stop.signal, ...wanted })) {
        this.messages.push(message);
      }
    } catch (error) {
      this.failure = error;
    }
  }
}
