import { type RawBuilder, sql } from 'kysely';
import { type Post } from '#domain';
import { type Snapshot } from '../queries/read-models';
import { allOf, anyOf, type Condition, inEarnest } from '../queries/sight-filter';
import { unitsLed } from '../queries/units-led';

/** Audiences that may read the entries of the same ledgers. */
interface Audiences {
  readonly audiences: readonly string[];
  readonly ledger: Condition;
}

/** Whose entries are asked for: of what is addressed to one of somebody's posts, those of the ledgers that the post is for. */
export type Inboxes = readonly Audiences[];

/**
 * The audiences of posts, see the inbox's table: the role in the ledger, or in the post's unit. A leader is also told what concerns
 * the units in their charge.
 */
export async function inboxesOf(at: Snapshot, posts: readonly Post[]): Promise<Inboxes> {
  const led = await unitsLed(at, posts);
  const ledgersOf = new Map<string, Set<string | null>>();
  for (const post of posts) {
    const { role, unitId, ledgerId } = post;
    // Answers to what a leader asked come to the unit of the leader's own post.
    const units = new Set([unitId, ...led(post)]);
    for (const audience of [`${role}@`, ...[...units].map((unit) => `${role}@${unit}`)]) {
      ledgersOf.set(audience, (ledgersOf.get(audience) ?? new Set()).add(ledgerId));
    }
  }
  const alike = new Map<string, { audiences: string[]; ledgers: readonly (string | null)[] }>();
  for (const [audience, set] of ledgersOf) {
    const ledgers = [...set];
    const key = ledgers.join();
    const known = alike.get(key);
    if (known) known.audiences.push(audience);
    else alike.set(key, { audiences: [audience], ledgers });
  }
  return [...alike.values()].map(({ audiences, ledgers }) => ({ audiences, ledger: anyOf(ledgers.map(inLedger)) }));
}

/** The entries (`e`) that are addressed so. */
export function addressedTo(inboxes: Inboxes): Condition {
  return anyOf(inboxes.map(({ audiences, ledger }) => allOf([sql`e.audience = any(${audiences}::text[])`, ledger])));
}

/** The newest of them that meet a condition: as many of each audience are merged, so that none is sorted as a whole. */
export function newestOf(inboxes: Inboxes, wanted: Condition, limit: number): RawBuilder<unknown> {
  const parts = inboxes.map(
    ({ audiences, ledger }) => sql`
      select e.* from unnest(${audiences}::text[]) as wish(audience)
      cross join lateral (
        select * from projection_inbox.entry e where e.audience = wish.audience and ${allOf([ledger, wanted])}
        order by e.position desc limit ${limit}
      ) e`,
  );
  return parts.length === 0
    ? sql`select * from projection_inbox.entry where false`
    : sql`${sql.join(parts, sql` union all `)}`;
}

function inLedger(ledgerId: string | null): Condition {
  return ledgerId === null ? inEarnest(sql`e.ledger_id`, 'inbox') : sql`e.ledger_id = ${ledgerId}::uuid`;
}
