import { type Pool } from 'pg';
import { z } from 'zod';
import { roleSchema, UNIT_ROLES } from '#domain';

const unitPostRows = z.array(z.object({ unitId: z.uuid(), accountId: z.uuid(), role: roleSchema }));

/** Somebody with a post that acts for a unit on its tasks. */
export type UnitPost = z.infer<typeof unitPostRows>[number];

/**
 * The posts by which people act for units.
 * @param ledgerId the ledger of the tasks: its own posts and those in all ledgers count, in a practice ledger its own alone; null: a post
 *   in any ledger in earnest
 */
export async function unitPosts(pool: Pool, ledgerId: string | null): Promise<UnitPost[]> {
  const { rows } = await pool.query({
    name: 'projection-unit-posts',
    text: `select p.unit_id as "unitId", p.account_id as "accountId", p.role
      from projection_posts.post p
      where p.revoked_at is null and p.role = any($1::text[])
        and case
          when exists (select from projection_ledgers.ledger l where l.ledger_id = $2::uuid and l.practice)
            then p.practice and p.ledger_id = $2::uuid
          else not p.practice and ($2::uuid is null or p.ledger_id is null or p.ledger_id = $2::uuid)
        end`,
    values: [UNIT_ROLES, ledgerId],
  });
  return unitPostRows.parse(rows);
}
