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

  constructor(
    private readonly reader: PostReader,
    private readonly notify: IdentityNotify,
  ) {
    notify.subscribe(this);
  }

  /** The posts that an account holds now. */
  async postsOf(accountId: string): Promise<readonly Post[]> {
    const kept = this.notify.isLive() ? this.kept.get(accountId) : undefined;
    if (kept) return kept;
    const posts = await this.reader.postsOf(accountId);
    this.kept.set(accountId, posts);
    return posts;
  }

  forget(change: IdentityChange): void {
    if (change.kind === 'account') this.kept.delete(change.accountId);
  }

  clear(): void {
    this.kept.clear();
  }
}
