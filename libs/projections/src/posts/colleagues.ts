import { sql } from 'kysely';
import { z } from 'zod';
import { type KnownPost, type Role, roleSchema } from '#domain';
import { type ReadModels, type Snapshot } from '../queries/read-models';

const stored = z.array(
  z.object({
    postId: z.string(),
    accountId: z.string(),
    unitId: z.string(),
    role: roleSchema,
    inCharge: z.array(z.string()),
    elsewhere: z.boolean(),
  }),
);

/**
 * The posts in earnest of everybody who holds some role in a ledger, in whichever ledger they are, with the names of the people: the
 * separation of duties asks for all of them.
 */
export async function colleaguesIn(
  at: Snapshot,
  models: Pick<ReadModels, 'peopleNamed'>,
  ledgerId: string,
  roles: readonly Role[],
): Promise<readonly KnownPost[]> {
  const { rows } = await sql`
    select p.post_id as "postId", p.account_id as "accountId", p.unit_id as "unitId", p.role, p.in_charge as "inCharge",
      coalesce(p.ledger_id <> ${ledgerId}::uuid, false) as elsewhere
    from projection_posts.post p
    where p.revoked_at is null and not p.practice and p.account_id in (
      select own.account_id from projection_posts.post own
      where own.revoked_at is null and not own.practice and own.role = any(${[...roles]}::text[])
        and (own.ledger_id is null or own.ledger_id = ${ledgerId}::uuid))
    order by p.granted_at, p.position`.execute(at);
  const posts = stored.parse(rows);
  const names = await models.peopleNamed(posts.map(({ accountId }) => accountId));
  return posts.map((post) => {
    const postedIn = posts.flatMap(({ accountId, unitId }) => (accountId === post.accountId ? [unitId] : []));
    return { ...post, postedIn, name: names.get(post.accountId) ?? '' };
  });
}
