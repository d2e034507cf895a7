import { type Pool } from 'pg';
import { z } from 'zod';
import { type Post } from '#domain';

/** A post with the names that people know it by. What is not in the register (yet) is called by its id. */
export type PostInWords = Post & {
  readonly unitName: string;
  /** Null for a post in all ledgers. */
  readonly ledgerName: string | null;
};

const nameRows = z.array(z.object({ id: z.uuid(), name: z.string() }));

/** Puts names to posts, as they are called now. */
export async function postsInWords(pool: Pool, posts: readonly Post[]): Promise<PostInWords[]> {
  const ids = posts.flatMap(({ unitId, ledgerId }) => (ledgerId === null ? [unitId] : [unitId, ledgerId]));
  const { rows } = await pool.query({
    name: 'projection-post-words',
    text: `select unit_id as id, name from projection_units.unit where unit_id = any($1::uuid[])
      union all select ledger_id, name from projection_ledgers.ledger where ledger_id = any($1::uuid[])`,
    values: [ids],
  });
  const names = new Map(nameRows.parse(rows).map(({ id, name }) => [id, name]));
  return posts.map((post) => {
    const { unitId, ledgerId } = post;
    const ledgerName = ledgerId === null ? null : (names.get(ledgerId) ?? ledgerId);
    return { ...post, unitName: names.get(unitId) ?? unitId, ledgerName };
  });
}
