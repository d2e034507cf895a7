import { type EventStore, type EventToAppend, isEventLogError } from '#event-store';
import { aStream, someEvents } from '../../../libs/event-store/testing/sample-events';

/** An append that was acknowledged. */
interface Acknowledged {
  readonly stream: string;
  readonly eventIds: readonly string[];
}

/** Writers that go on through whatever happens to the server: what is not clear is sent again, as the engine does. */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** The longest time without an acknowledgement, in milliseconds. */
  longestGap = 0;
  private lastAt = performance.now();
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly size = 1,
  ) {}

  start(writers: number): void {
    this.lastAt = performance.now();
    this.running = Promise.all(Array.from({ length: writers }, () => this.write()));
  }

  /** Ends once what is under way is acknowledged. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async write(): Promise<void> {
    const stream = aStream();
    for (let revision = -1; !this.stopping;) {
      const events = someEvents(this.size);
      await this.untilAcknowledged(stream, revision, events);
      revision += events.length;
      const now = performance.now();
      this.longestGap = Math.max(this.longestGap, now - this.lastAt);
      this.lastAt = now;
      this.acknowledged.push({ stream, eventIds: events.map(({ eventId }) => eventId) });
    }
  }

  private async untilAcknowledged(stream: string, revision: number, events: readonly EventToAppend[]): Promise<void> {
    for (;;) {
      try {
        const answer = await this.store.append(stream, revision < 0 ? 'no-stream' : revision, events);
        if (answer.kind === 'wrong-revision') throw new Error(`${stream} has moved, and nobody else writes to it`);
        return;
      } catch (error) {
        if (!isEventLogError(error, 'LOG.UNAVAILABLE', 'LOG.OUTCOME_UNKNOWN')) throw error;
        // A server that is away refuses at once: the others get a turn.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
