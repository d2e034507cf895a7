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

/** What a column of the desk says of the proposal that an entry (`e`) brings; null for any other entry, and for one that was decided. */
function ofDecision(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select ${column} from projection_tasks.desk d
    where e.kind = 'decide' and d.task_id = e.task_id and d.desk = 'decide' and d.item = e.limit_id)`;
}

/** The units in which nobody stands who decides on the proposal of an entry (`e`). */
export const UNITS_JUDGED = ofDecision(sql`d.not_of`);
const UNITS_DECIDED = ofDecision(sql`d.unit_ids`);
const OFFICE_DECIDES = ofDecision(sql`d.office`);
const IN_PRACTICE = sql`not (${inEarnest(sql`e.ledger_id`, 'inbox')})`;
const IS_TO_DECIDE = sql`(${OFFICE_DECIDES} is not null)`;

/**
 * The audiences of posts, see the inbox's table: the role in the ledger, or in the post's unit. A leader is also told what concerns
 * the units in their charge; and of a decision where it is theirs.
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
      where: allOf([anyOf(ledgers.map(inLedger)), sql`(e.role <> 'leader' or not ${IS_TO_DECIDE} or ${IN_PRACTICE})`]),
    })),
    ...ofLeaders,
  ];
}

/** What a leader decides. */
function decidedBy({ ledgerId }: Post, of: UnitsOfPost): Audiences {
  const units = new Set([...of.reached, ...of.measured]);
  const isTheirs = isDecidedBy({ units: UNITS_DECIDED, office: OFFICE_DECIDES }, of);
  return {
    audiences: [...units].map((unitId) => `leader@${unitId}`),
    where: allOf([inLedger(ledgerId), IS_TO_DECIDE, isTheirs]),
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
