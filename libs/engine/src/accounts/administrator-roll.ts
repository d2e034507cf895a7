import { ADMINISTERS } from '#domain';
import { type EventStore, onNewPast, type Position, type StoredEvent } from '#event-store';

/**
 * Which accounts were ever granted the post of an administrator in earnest: few of all accounts. Followed through the log as it is asked
 * for, so that a grant by another process a moment ago is among them, which a read model may not know yet.
 */
export class AdministratorRoll {
  private ever = new Set<string>();
  private place: Position | null = null;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {
    onNewPast(store.writing, () => this.forget());
  }

  /** Up to the log's end of now. @throws what the log throws */
  async accounts(): Promise<readonly string[]> {
    // One after the other, so that nothing is read twice.
    const read = this.reading.then(() => this.readOn());
    this.reading = read.catch(() => undefined);
    await read;
    return [...this.ever];
  }

  private forget(): void {
    this.ever = new Set();
    this.place = null;
  }

  private async readOn(): Promise<void> {
    const { store } = this;
    // Asked first: it fails while the store is away, where a subscription waits for it.
    if ((await store.head()) === this.place) return;
    const { changes } = store.writing;
    const ended = new AbortController();
    try {
      const types = ['post.granted'];
      for await (const message of store.subscribe(this.place, { signal: ended.signal, types })) {
        if (changes !== store.writing.changes) return;
        this.place = message.position;
        if (message.kind === 'caught-up') return;
        if (message.kind === 'events') message.events.forEach((event) => this.note(event));
      }
    } finally {
      ended.abort();
    }
  }

  /** Read no further than this: an event that nobody can read stops its own account, not all others. */
  private note({ stream, data }: StoredEvent): void {
    if (ADMINISTERS.some((role) => role === data['role'])) this.ever.add(stream.slice('account-'.length));
  }
}
