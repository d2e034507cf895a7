import { LRUCache } from 'lru-cache';
import { GENESIS_HASH } from '../event-hash';
import { type StoredEvent, type StreamName } from '../port';

/** What this process knows of a stream from its beginning on. Another process may have gone on with it. */
export interface StreamTail {
  /** Of the last event known; -1 for none. */
  readonly revision: number;
  readonly hash: string;
  /** The ids of all events up to there. */
  readonly ids: ReadonlySet<string>;
}

/** A stream of which nothing is known, or that has no event. */
export const NO_EVENTS: StreamTail = { revision: -1, hash: GENESIS_HASH, ids: new Set() };

interface GrowingTail extends StreamTail {
  readonly ids: Set<string>;
}

/**
 * The streams read or written last: where they end, and which ids they hold, so that a repeated append is known for one
 * without asking the server. A tail is only ever a guess that the server's check of the revision confirms or refuses.
 */
export class StreamTails {
  private readonly cache: LRUCache<StreamName, GrowingTail>;

  /** @param maxIds event ids remembered in all; one takes about a hundred bytes */
  constructor(maxIds: number) {
    this.cache = new LRUCache({ maxSize: maxIds, sizeCalculation: ({ ids }) => ids.size + 1 });
  }

  get(stream: StreamName): StreamTail | undefined {
    return this.cache.get(stream);
  }

  /** Takes in events of a stream; those that do not follow on what is known teach nothing. */
  learn(stream: StreamName, events: readonly Pick<StoredEvent, 'revision' | 'hash' | 'eventId'>[]): void {
    const known = this.cache.get(stream);
    const ids = known?.ids ?? new Set<string>();
    let { revision, hash } = known ?? NO_EVENTS;
    for (const event of events) {
      if (event.revision !== revision + 1) continue;
      ids.add(event.eventId);
      ({ revision, hash } = event);
    }
    if (revision >= 0) this.cache.set(stream, { revision, hash, ids });
  }

  /** Forgets a stream of which an append may or may not have been written. */
  forget(stream: StreamName): void {
    this.cache.delete(stream);
  }

  /** Forgets everything: the log has another past. */
  clear(): void {
    this.cache.clear();
  }
}
