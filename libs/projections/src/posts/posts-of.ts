import { type Pool } from 'pg';
import { z } from 'zod';
import { type Post, postSchema } from '#domain';

const postRows = z.array(postSchema);

/** The posts that an account holds now, oldest first. Revoked posts are left out, since an actor is built from the answer. */
export async function postsOf(pool: Pool, accountId: string): Promise<Post[]> {
  const result = await pool.query({
    name: 'projection-posts-of',
    text: `select post_id as "postId", unit_id as "unitId", role, ledger_id as "ledgerId", practice, in_charge as "inCharge"
      from projection_posts.post where account_id = $1 and revoked_at is null order by granted_at, position`,
    values: [accountId],
  });
  return postRows.parse(result.rows);
}
