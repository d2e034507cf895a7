import { type Pool } from 'pg';
import { z } from 'zod';
import { type Role, roleSchema } from '#domain';

const postRows = z.array(
  z.object({
    postId: z.uuid(),
    unitId: z.uuid(),
    accountId: z.uuid(),
    ledgerId: z.uuid().nullable(),
    role: roleSchema,
    inCharge: z.array(z.uuid()),
    postedIn: z.array(z.uuid()),
  }),
);

/** A post that is held, as far as it says who acts where. */
export type PostIn = z.infer<typeof postRows>[number];

/**
 * The posts that are held in a ledger, the longest held first.
 * @param ledgerId its own posts and those in all ledgers count, in a practice ledger its own alone; null: a post in any ledger in earnest
 */
export async function postsIn(pool: Pool, ledgerId: string | null, roles: readonly Role[]): Promise<PostIn[]> {
  const { rows } = await pool.query({
    name: 'projection-posts-in',
    text: `select p.post_id as "postId", p.unit_id as "unitId", p.account_id as "accountId", p.role,
        p.ledger_id as "ledgerId", p.in_charge as "inCharge",
        array(select distinct own.unit_id from projection_posts.post own
          where own.account_id = p.account_id and own.revoked_at is null and not own.practice) as "postedIn"
      from projection_posts.post p
      where p.revoked_at is null and p.role = any($1::text[])
        and case
          when exists (select from projection_ledgers.ledger l where l.ledger_id = $2::uuid and l.practice)
            then p.practice and p.ledger_id = $2::uuid
          else not p.practice and ($2::uuid is null or p.ledger_id is null or p.ledger_id = $2::uuid)
        end
      order by p.granted_at, p.position`,
    values: [roles, ledgerId],
  });
  return postRows.parse(rows);
}
