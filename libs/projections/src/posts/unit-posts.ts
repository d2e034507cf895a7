import { type Pool } from 'pg';
import { UNIT_ROLES } from '#domain';
import { type PostIn, postsIn } from './posts-in';

/** Somebody with a post that acts for a unit on its tasks. */
export type UnitPost = Pick<PostIn, 'unitId' | 'accountId' | 'role'>;

/**
 * The posts by which people act for units.
 * @param ledgerId the ledger of the tasks; null: posts in any ledger in earnest
 */
export function unitPosts(pool: Pool, ledgerId: string | null): Promise<UnitPost[]> {
  return postsIn(pool, ledgerId, UNIT_ROLES);
}
