import { type Pool } from 'pg';
import { STAFF_ROLES, type StaffedPost } from '#domain';
import { type StaffSource } from '#engine';
import { type Identity } from '#identity';
import { postsIn } from '#projections';
import { SharedReads } from './shared-reads';

/** Who can act in a ledger, from the posts that are held and the accounts that can sign in, with their names. */
export class LedgerStaff implements StaffSource {
  private readonly reads: SharedReads<readonly StaffedPost[]>;

  constructor(
    private readonly pool: Pool,
    private readonly accounts: Pick<Identity['accounts'], 'enabledAmong' | 'namesOf'>,
  ) {
    this.reads = new SharedReads((ledgerId) => this.read(ledgerId));
  }

  /** @throws what PostgreSQL throws */
  of(ledgerId: string): Promise<readonly StaffedPost[]> {
    return this.reads.of(ledgerId);
  }

  private async read(ledgerId: string): Promise<readonly StaffedPost[]> {
    const posts = await postsIn(this.pool, ledgerId, STAFF_ROLES);
    const accountIds = posts.map(({ accountId }) => accountId);
    const [enabled, names] = await Promise.all([
      this.accounts.enabledAmong(accountIds),
      this.accounts.namesOf(accountIds),
    ]);
    return posts.flatMap((post) => {
      const name = names.get(post.accountId);
      return name !== undefined && enabled.has(post.accountId) ? [{ ...post, name }] : [];
    });
  }
}
