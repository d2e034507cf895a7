import { LRUCache } from 'lru-cache';
import { type Post } from '#domain';
import { type IdentityChange, type IdentityChangeListener, type IdentityNotify } from '#identity';

/** How many accounts' posts are kept. */
const KEPT = 5_000;

/** Where posts are read. */
export interface PostReader {
  /** The posts that an account holds, as far as the tables go. */
  postsOf(accountId: string): Promise<readonly Post[]>;
  /**
   * Returns once the tables hold every post that the log held when it was called.
   * @throws TaizhangError PROJECTION.BEHIND, PROJECTION.STOPPED
   */
  untilLevel(): Promise<void>;
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

  /** The posts that an account holds, as far as the tables go: a post granted a moment ago may be missing. */
  async postsOf(accountId: string): Promise<readonly Post[]> {
    const kept = this.notify.isLive() ? this.kept.get(accountId) : undefined;
    return kept ?? this.read(accountId);
  }

  /**
   * The posts that an account holds by the log, every grant and revocation written before this call included.
   * @throws TaizhangError PROJECTION.BEHIND, PROJECTION.STOPPED when the tables do not get that far
   */
  async postsByTheLog(accountId: string): Promise<readonly Post[]> {
    await this.reader.untilLevel();
    return this.read(accountId);
  }

  /**
   * Returns once the posts given here are none that were revoked before this call.
   * @throws TaizhangError PROJECTION.BEHIND, PROJECTION.STOPPED when the tables do not get that far
   */
  async forgetRevoked(): Promise<void> {
    await this.reader.untilLevel();
    // The announcement may still be on its way.
    this.clear();
  }

  private async read(accountId: string): Promise<readonly Post[]> {
    const { epoch } = this;
    const posts = await this.reader.postsOf(accountId);
    if (epoch === this.epoch && this.notify.isLive()) this.kept.set(accountId, posts);
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
