import { isActing, type Role } from './actor';

/** A post that is held, of an account that can sign in. */
export interface StaffedPost {
  readonly postId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly role: Role;
  /** The units that a leader is in charge of (分管); empty: all below the unit of the post. */
  readonly inCharge: readonly string[];
}

/** A post with the name of who holds it, where a page asks for it. */
export interface KnownPost extends StaffedPost {
  readonly name?: string;
  /** True for a post in another ledger: it tells no more than in which unit the person stands. */
  readonly elsewhere?: boolean;
}

/** The people of a ledger, as they are when an act is decided. */
export interface Staff {
  /** The longest held first. */
  readonly posts: readonly StaffedPost[];
  /** Of the units asked for, and of those in which people of the ledger’s own roles stand: each with itself and all above it. */
  readonly lineage: ReadonlyMap<string, readonly string[]>;
}

/** Nobody at all: nobody was asked for. */
export const NO_STAFF: Staff = { posts: [], lineage: new Map() };

/** The roles of those who have a part in the tasks of a ledger, and are told of their clocks. */
export const STAFF_ROLES: readonly Role[] = [
  'reporter',
  'unit-head',
  'supervision-clerk',
  'verifier',
  'closer',
  'leader',
];

/** Roles that act in a ledger, not for one unit with a part in a task. */
const OF_LEDGER: readonly Role[] = ['supervision-clerk', 'verifier', 'closer', 'leader'];

/** The units in which people of the ledger’s own roles stand. */
export function unitsOfLedgerRoles(posts: readonly StaffedPost[]): readonly string[] {
  return [...new Set(posts.flatMap(({ role, unitId }) => (OF_LEDGER.includes(role) ? [unitId] : [])))];
}

/** Who holds a role in a unit, or (null) in the ledger. */
export function holdersOfPost({ posts }: Staff, role: Role, unitId: string | null): readonly StaffedPost[] {
  return posts.filter((post) => post.role === role && (unitId === null || post.unitId === unitId));
}

/**
 * The leader in charge of a unit: of the nearest unit above it that has one; of several there, who has held the post for longest. Null where
 * nobody in charge stands above it, and so could not decide.
 */
export function nearestLeader(unitId: string, staff: Staff): StaffedPost | null {
  const leaders = leadersInCharge(unitId, staff);
  for (const above of staff.lineage.get(unitId) ?? [unitId]) {
    const own = leaders.find((leader) => leader.unitId === above);
    if (own) return own;
  }
  return null;
}

/** True for somebody who does a unit's own work: what concerns the unit is not theirs to decide, whatever else they are. */
export function isParty(accountId: string, unitId: string, posts: readonly StaffedPost[]): boolean {
  return posts.some((post) => post.accountId === accountId && post.unitId === unitId && isActing(post));
}

/**
 * The leaders in charge of a unit. A leader who also reports for it or heads it is passed over for the next one; where there is no other,
 * a delay is brought to them all the same.
 */
export function leadersInCharge(unitId: string, staff: Staff): readonly StaffedPost[] {
  const leaders = staff.posts.filter(({ role }) => role === 'leader');
  const apart = leaders.filter(({ accountId }) => !isParty(accountId, unitId, staff.posts));
  const found = inChargeAmong(apart, unitId, staff);
  return found.length > 0 ? found : inChargeAmong(leaders, unitId, staff);
}

/**
 * Those in charge of a unit: those who name it, or a unit above it, among the units in their charge; else those above it who name
 * none and are in charge of all below; else all above it, since a delay is brought to somebody.
 */
function inChargeAmong(
  leaders: readonly StaffedPost[],
  unitId: string,
  { lineage }: Pick<Staff, 'lineage'>,
): readonly StaffedPost[] {
  const above = lineage.get(unitId) ?? [unitId];
  const naming = leaders.filter(({ inCharge }) => inCharge.some((each) => above.includes(each)));
  if (naming.length > 0) return naming;
  const over = leaders.filter((post) => above.includes(post.unitId));
  const ofAll = over.filter(({ inCharge }) => inCharge.length === 0);
  return ofAll.length > 0 ? ofAll : over;
}
