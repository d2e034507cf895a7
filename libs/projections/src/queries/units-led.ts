import { sql } from 'kysely';
import { z } from 'zod';
import {
  chargeOf,
  isInCharge,
  isPartial,
  leadersInCharge,
  leadersOnMeasure,
  leadersOver,
  type Post,
  roleSchema,
  type Staff,
  type StaffedPost,
} from '#domain';
import { type Snapshot } from './read-models';

/** A post of a leader or of the office, with how far it reaches. */
interface LeaderPost extends StaffedPost {
  readonly ledgerId: string | null;
  readonly practice: boolean;
}

const postRows = z.array(
  z.object({
    post_id: z.string(),
    account_id: z.string(),
    unit_id: z.string(),
    role: roleSchema,
    in_charge: z.array(z.string()),
    ledger_id: z.string().nullable(),
    practice: z.boolean(),
    posted_in: z.array(z.string()),
  }),
);
const unitRows = z.array(z.object({ unit_id: z.string(), parent_id: z.string().nullable() }));

/** The units of a post. */
export interface UnitsOfPost {
  /** Those whose matters come to it: of a leader by the rule that says who is told of a delay; of any other post its own. */
  readonly led: readonly string[];
  /** Those that it reaches: of a leader all that are in their charge (分管), be they also in that of a nearer one. */
  readonly reached: readonly string[];
  /** Those on whose requests a leader decides who stands in none of them; of any other post none. */
  readonly decided: readonly string[];
  /** Those on measures against which they decide; of any other post none. */
  readonly measured: readonly string[];
}

/** The units of posts. Asked anew each time, as the register and the posts are. */
export async function unitsLed(at: Snapshot, posts: readonly Post[]): Promise<(post: Post) => UnitsOfPost> {
  const own = posts.filter(({ role }) => role === 'leader');
  const ofUnit = ({ unitId }: Post): UnitsOfPost => ({ led: [unitId], reached: [unitId], decided: [], measured: [] });
  if (own.length === 0) return ofUnit;
  const lineage = await lineages(at);
  const leaders = await leadersHeld(at);
  const found = new Map(
    own.map((post): readonly [string, UnitsOfPost] => {
      const units = [...new Set([...lineage.keys(), ...chargeOf(post)])];
      const reached = units.filter((unitId) => isInCharge(chargeOf(post), unitId, { lineage }));
      return [post.postId, { reached, ...ledBy(post, [...lineage.keys()], staffBeside(post, leaders, lineage)) }];
    }),
  );
  return (post) => found.get(post.postId) ?? ofUnit(post);
}

/** Of some units those whose matters come to a post, by the domain's rules. */
function ledBy(post: Post, units: readonly string[], staff: Staff): Omit<UnitsOfPost, 'reached'> {
  const isOwn = ({ postId }: StaffedPost): boolean => postId === post.postId;
  const isKeptFrom = (unitId: string) => (accountId: string) => isPartial(accountId, unitId, staff.posts);
  return {
    led: units.filter((unitId) => leadersInCharge(unitId, staff).some(isOwn)),
    decided: units.filter((unitId) => leadersOver([unitId], staff, isKeptFrom(unitId)).some(isOwn)),
    measured: units.filter((unitId) => leadersOnMeasure(unitId, staff).some(isOwn)),
  };
}

/** The post with those of the leaders and the office beside it. */
function staffBeside(
  post: Post,
  leaders: readonly LeaderPost[],
  lineage: ReadonlyMap<string, readonly string[]>,
): Staff {
  const { postId, unitId, inCharge = [] } = post;
  const known = leaders.find((each) => each.postId === postId);
  const postedIn = known?.postedIn ?? [unitId];
  const self: StaffedPost = { postId, accountId: known?.accountId ?? '', unitId, role: 'leader', inCharge, postedIn };
  const beside = leaders.filter((each) => each.postId !== postId && isBeside(post, each));
  return { posts: [self, ...beside], lineage };
}

/** True for leaders of the same ledgers; a practice ledger has its own alone. */
function isBeside(post: Post, other: LeaderPost): boolean {
  if (post.practice === true || other.practice)
    return post.practice === other.practice && post.ledgerId === other.ledgerId;
  return other.ledgerId === null || other.ledgerId === post.ledgerId;
}

/** The posts of leaders and of the office, and those by which leaders do a unit's own work, which is then not theirs to decide on; of people who can sign in. */
async function leadersHeld(at: Snapshot): Promise<readonly LeaderPost[]> {
  const { rows } = await sql`
    select p.post_id, p.account_id, p.unit_id, p.role, p.in_charge, p.ledger_id, p.practice,
      array(select distinct own.unit_id from projection_posts.post own
        where own.account_id = p.account_id and own.revoked_at is null and not own.practice) as posted_in
    from projection_posts.post p
    where p.revoked_at is null and p.account_id not in (select gone.account_id from projection_posts.disabled_account gone)
      and (p.role in ('leader', 'supervision-clerk') or p.role in ('reporter', 'unit-head') and p.account_id in (
        select account_id from projection_posts.post where role = 'leader' and revoked_at is null))`.execute(at);
  return postRows.parse(rows).map((row) => ({
    postId: row.post_id,
    accountId: row.account_id,
    unitId: row.unit_id,
    role: row.role,
    inCharge: row.in_charge,
    ledgerId: row.ledger_id,
    practice: row.practice,
    postedIn: row.posted_in,
  }));
}

/** Every unit of the register with itself and all above it, the nearest first. */
export async function lineages(at: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql`select unit_id, parent_id from projection_units.unit`.execute(at);
  const parents = new Map(unitRows.parse(rows).map((row) => [row.unit_id, row.parent_id]));
  const lineage = new Map<string, readonly string[]>();
  const above = (unitId: string): readonly string[] => {
    const known = lineage.get(unitId);
    if (known) return known;
    const parent = parents.get(unitId) ?? null;
    const line = parent === null ? [unitId] : [unitId, ...above(parent)];
    lineage.set(unitId, line);
    return line;
  };
  for (const unitId of parents.keys()) above(unitId);
  return lineage;
}
