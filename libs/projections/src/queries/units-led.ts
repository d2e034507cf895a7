import { sql } from 'kysely';
import { z } from 'zod';
import { chargeOf, isInCharge, leadersInCharge, type Post, roleSchema, type StaffedPost } from '#domain';
import { type Snapshot } from './read-models';

/** A post that is held by a leader, with how far it reaches. */
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
  }),
);
const unitRows = z.array(z.object({ unit_id: z.string(), parent_id: z.string().nullable() }));

/** The units of a post. */
export interface UnitsOfPost {
  /** Those whose matters come to it: of a leader by the rule that says who is told of a delay; of any other post its own. */
  readonly led: readonly string[];
  /** Those that it reaches: of a leader all that are in their charge (分管), be they also in that of a nearer one. */
  readonly reached: readonly string[];
}

/** The units of posts. Asked anew each time, as the register and the posts are. */
export async function unitsLed(at: Snapshot, posts: readonly Post[]): Promise<(post: Post) => UnitsOfPost> {
  const own = posts.filter(({ role }) => role === 'leader');
  const ofUnit = ({ unitId }: Post): UnitsOfPost => ({ led: [unitId], reached: [unitId] });
  if (own.length === 0) return ofUnit;
  const lineage = await lineages(at);
  const leaders = await leadersHeld(at);
  const found = new Map(
    own.map((post): readonly [string, UnitsOfPost] => {
      const units = [...new Set([...lineage.keys(), ...chargeOf(post)])];
      const reached = units.filter((unitId) => isInCharge(chargeOf(post), unitId, { lineage }));
      return [post.postId, { led: ledBy(post, reached, leaders, lineage), reached }];
    }),
  );
  return (post) => found.get(post.postId) ?? ofUnit(post);
}

function ledBy(
  post: Post,
  reached: readonly string[],
  leaders: readonly LeaderPost[],
  lineage: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const beside = leaders.filter((each) => each.postId !== post.postId && isBeside(post, each));
  const { accountId = '' } = leaders.find(({ postId }) => postId === post.postId) ?? {};
  const { postId, unitId, inCharge = [] } = post;
  const self: StaffedPost = { postId, accountId, unitId, role: 'leader', inCharge };
  const staff = { posts: [self, ...beside], lineage };
  return reached.filter((unitId) => leadersInCharge(unitId, staff).includes(self));
}

/** True for leaders of the same ledgers; a practice ledger has its own alone. */
function isBeside(post: Post, other: LeaderPost): boolean {
  if (post.practice === true || other.practice)
    return post.practice === other.practice && post.ledgerId === other.ledgerId;
  return other.ledgerId === null || other.ledgerId === post.ledgerId;
}

/** The posts of leaders as such, and those by which they do a unit's own work, which is then not theirs to decide on. */
async function leadersHeld(at: Snapshot): Promise<readonly LeaderPost[]> {
  const { rows } = await sql`
    select post_id, account_id, unit_id, role, in_charge, ledger_id, practice from projection_posts.post
    where revoked_at is null and (role = 'leader' or role in ('reporter', 'unit-head') and account_id in (
      select account_id from projection_posts.post where role = 'leader' and revoked_at is null))`.execute(at);
  return postRows.parse(rows).map((row) => ({
    postId: row.post_id,
    accountId: row.account_id,
    unitId: row.unit_id,
    role: row.role,
    inCharge: row.in_charge,
    ledgerId: row.ledger_id,
    practice: row.practice,
  }));
}

/** Every unit of the register with itself and all above it, the nearest first. */
async function lineages(at: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> {
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
