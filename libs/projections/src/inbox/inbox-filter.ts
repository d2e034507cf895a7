import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Post } from '#domain';
import { type Snapshot } from '../queries/read-models';
import { allOf, anyOf, type Condition, inEarnest } from '../queries/sight-filter';
import { isDecidedBy } from '../queries/deciding-leader';
import { unitsLed, type UnitsOfPost } from '../queries/units-led';

/** Audiences whose entries of the same ledgers, or under the same condition, may be read. */
interface Audiences {
  readonly audiences: readonly string[];
  readonly where: Condition;
}

/** Whose entries are asked for: of what is addressed to one of somebody's posts, those of the ledgers that the post is for. */
export type Inboxes = readonly Audiences[];

/** The units for which a proposal is decided that an entry (`e`) brings; null for any other entry, and for one that was decided. */
export const UNITS_DECIDED = sql`(select d.unit_ids from projection_tasks.desk d
  where e.kind = 'decide' and d.task_id = e.task_id and d.desk = 'decide' and d.item = e.limit_id)`;
const OF_SEVERAL = sql`coalesce(cardinality(${UNITS_DECIDED}) > 1, false)`;

/**
 * The audiences of posts, see the inbox's table: the role in the ledger, or in the post's unit. A leader is also told what concerns
 * the units in their charge; and of a decision for several units where all of them are.
 */
export async function inboxesOf(
  at: Snapshot,
  { accountId, posts }: Pick<Actor, 'accountId' | 'posts'>,
): Promise<Inboxes> {
  const unitsOf = await unitsLed(at, posts);
  const ledgersOf = new Map<string, Set<string | null>>();
  for (const post of posts) {
    const { role, ledgerId } = post;
    for (const audience of [`${role}@`, ...unitsOf(post).led.map((unit) => `${role}@${unit}`)]) {
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
  const leaders = posts.filter(({ role }) => role === 'leader');
  const ofLeaders = leaders.flatMap((post) => [
    decidedBy(post, unitsOf(post)),
    ...byName(accountId, post, unitsOf(post)),
  ]);
  return [
    ...[...alike.values()].map(({ audiences, ledgers }) => ({
      audiences,
      where: allOf([anyOf(ledgers.map(inLedger)), sql`(e.role <> 'leader' or not ${OF_SEVERAL})`]),
    })),
    ...ofLeaders,
  ];
}

/** What a leader decides for several units at once. */
function decidedBy({ ledgerId }: Post, { led, reached }: UnitsOfPost): Audiences {
  return {
    audiences: reached.map((unitId) => `leader@${unitId}`),
    where: allOf([inLedger(ledgerId), OF_SEVERAL, isDecidedBy(UNITS_DECIDED, { led, reached })]),
  };
}

/**
 * Of what was told to a leader by name, in a unit that is not in the reader's charge itself, their own, and that of a predecessor about units in
 * their charge: a deputy had read in full of tasks of others that they may not open.
 */
function byName(accountId: string, { unitId, ledgerId }: Post, { led }: UnitsOfPost): readonly Audiences[] {
  if (led.includes(unitId)) return [];
  const named = sql`(e.only_for = ${accountId}::uuid or e.only_for is not null and e.lane = any(${led}::uuid[]))`;
  return [{ audiences: [`leader@${unitId}`], where: allOf([inLedger(ledgerId), named]) }];
}

/** The entries (`e`) that are addressed so. */
export function addressedTo(inboxes: Inboxes): Condition {
  return anyOf(inboxes.map(({ audiences, where }) => allOf([sql`e.audience = any(${audiences}::text[])`, where])));
}

/** The newest of them that meet a condition: as many of each audience are merged, so that none is sorted as a whole. */
export function newestOf(inboxes: Inboxes, wanted: Condition, limit: number): RawBuilder<unknown> {
  const parts = inboxes.map(
    ({ audiences, where }) => sql`
      select e.* from unnest(${audiences}::text[]) as wish(audience)
      cross join lateral (
        select * from projection_inbox.entry e where e.audience = wish.audience and ${allOf([where, wanted])}
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

/** An entry (`e`) that is for one person is another's only once they hold no such post any more, or cannot sign in. */
export function isForAccount(accountId: string): Condition {
  return sql`(e.only_for is null or e.only_for = ${accountId}::uuid or not exists (
    select from projection_posts.post own
    where own.account_id = e.only_for and own.role = e.role and own.unit_id = e.unit_id and own.revoked_at is null
      and (own.ledger_id is null or own.ledger_id = e.ledger_id)
      and not exists (select from projection_posts.disabled_account gone where gone.account_id = own.account_id)))`;
}
