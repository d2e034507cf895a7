import { LRUCache } from 'lru-cache';
import { type IdentityChange } from './identity-change';

/** What a cache must know of an entry to drop it in time. */
export interface ResolvedEntry {
  readonly accountId: string;
  /** The session's or token's id. */
  readonly credentialId: string;
}

/** What a look into the database found. */
export type Loaded<Entry, Refusal> = { readonly entry: Entry } | { readonly refusal: Refusal };

/**
 * Resolved credentials of one process, by the digest of their secret. An entry can be dropped at any moment, also while a
 * look into the database is under way: what such a look found before a change is never kept (each change counts up
 * `epoch`) and never handed to someone who asked after it (`flights` are forgotten too).
 */
export class ResolvedCache<Entry extends ResolvedEntry, Refusal> {
  private readonly entries: LRUCache<string, Entry>;
  private readonly flights = new Map<string, Promise<Loaded<Entry, Refusal>>>();
  private epoch = 0;

  /**
   * @param max entries kept
   * @param trusted whether changes of other processes are heard now; while not, nothing is kept or answered from memory
   */
  constructor(
    max: number,
    private readonly trusted: () => boolean,
  ) {
    this.entries = new LRUCache({ max });
  }

  /** The entry under a key, or undefined when the database must be asked. */
  find(key: string): Entry | undefined {
    return this.trusted() ? this.entries.get(key) : undefined;
  }

  /**
   * Asks the database through `read`; callers with the same key and `purpose` share one look.
   * @param purpose keeps looks apart that write different things
   */
  async load(
    key: string,
    purpose: string,
    read: () => Promise<Loaded<Entry, Refusal>>,
  ): Promise<Loaded<Entry, Refusal>> {
    if (!this.trusted()) return read();
    const flightKey = `${purpose} ${key}`;
    const running = this.flights.get(flightKey);
    if (running !== undefined) return running;
    const flight = this.loadAndKeep(key, read).finally(() => {
      if (this.flights.get(flightKey) === flight) this.flights.delete(flightKey);
    });
    this.flights.set(flightKey, flight);
    return flight;
  }

  /** Drops whatever a change may have made wrong. */
  forget(change: IdentityChange): void {
    this.outdateLooks();
    const outdated = [...this.entries.entries()].filter(([, entry]) => concerns(change, entry));
    for (const [key] of outdated) this.entries.delete(key);
  }

  /** Drops everything. */
  clear(): void {
    this.outdateLooks();
    this.entries.clear();
  }

  private outdateLooks(): void {
    this.epoch += 1;
    this.flights.clear();
  }

  private async loadAndKeep(key: string, read: () => Promise<Loaded<Entry, Refusal>>): Promise<Loaded<Entry, Refusal>> {
    const epoch = this.epoch;
    const loaded = await read();
    if (epoch === this.epoch) {
      if ('entry' in loaded) this.entries.set(key, loaded.entry);
      else this.entries.delete(key);
    }
    return loaded;
  }
}

function concerns(change: IdentityChange, entry: ResolvedEntry): boolean {
  switch (change.kind) {
    case 'account':
      return change.accountId === entry.accountId;
    case 'session':
      return change.sessionId === entry.credentialId;
    case 'api_token':
      return change.tokenId === entry.credentialId;
  }
}
