import { LRUCache } from 'lru-cache';
import { type Post } from '#domain';
import { type IdentityChange, type IdentityChangeListener, type IdentityNotify } from '#identity';

/** How many accounts' posts are kept. */
const KEPT = 5_000;

/** Where posts are read. */
export interface PostReader {
  postsOf(accountId: string): Promise<readonly Post[]>;
}

/**
 * The posts of accounts, kept in memory for as long as changes are heard of. A granted or revoked post is announced in
 * the transaction that makes it visible, on the channel that identity listens to.
 */
export class ActorDirectory implements IdentityChangeListener {
  private readonly kept = new LRUCache<string, readonly Post[]>({ max: KEPT });
  /** Counts changes heard of: what was read before one may be older than it, and is not kept. */
  private epoch = 0;

  constructor(
    private readonly reader: PostReader,
    private readonly notify: Pick<IdentityNotify, 'isLive' | 'subscribe'>,
  ) {
    notify.subscribe(this);
  }

  /** The posts that an account holds now. */
  async postsOf(accountId: string): Promise<readonly Post[]> {
    if (!this.notify.isLive()) return this.reader.postsOf(accountId);
    const kept = this.kept.get(accountId);
    if (kept) return kept;
    const { epoch } = this;
    const posts = await this.reader.postsOf(accountId);
    if (epoch === this.epoch) this.kept.set(accountId, posts);
    return posts;
  }

  forget(change: IdentityChange): void {
    if (change.kind !== 'account') return;
    this.epoch += 1;
    this.kept.delete(change.accountId);
  }

  clear(): void {
    this.epoch += 1;
    this.kept.clear();
  }
}
