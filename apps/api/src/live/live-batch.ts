import { type Position, type StoredEvent, streamParts } from '#event-store';

/** Events told together are no more than this; of more, everybody asks anew. */
const MOST_EVENTS = 5_000;

/** Events of the log on their way to those who listen. */
export class LiveBatch {
  readonly eventIds: string[] = [];
  /** The last revision of each task. */
  readonly tasks = new Map<string, number>();
  readonly ledgers = new Set<string>();
  private last: Position | null;

  /** @param after position before the first event of the batch */
  constructor(readonly after: Position | null) {
    this.last = after;
  }

  /** Position of the last event. */
  get upTo(): Position | null {
    return this.last;
  }

  /** True when the batch has more events than are announced one by one. */
  get overflows(): boolean {
    return this.eventIds.length > MOST_EVENTS;
  }

  /** Takes events that follow in the log. */
  take(events: readonly StoredEvent[]): void {
    for (const { eventId, stream, revision, position } of events) {
      this.last = position;
      if (this.overflows) continue;
      this.eventIds.push(eventId);
      const { category, id } = streamParts(stream);
      if (category === 'task') this.tasks.set(id, revision);
      if (category === 'ledger') this.ledgers.add(id);
    }
  }
}
