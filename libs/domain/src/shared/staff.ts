import { chargeOf, isActing, isInCharge, type Role } from './actor';

/** A post that is held, of an account that can sign in. */
export interface StaffedPost {
  readonly postId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly role: Role;
  /** The units that a leader is in charge of (分管); empty: all below the unit of the post. */
  readonly inCharge: readonly string[];
  /** Who holds it, where it is asked for. */
  readonly name?: string;
  /** Every unit in which its holder stands, by whichever post of whichever ledger, where it is asked for. */
  readonly postedIn?: readonly string[];
}

/** A post that a page knows of. */
export interface KnownPost extends StaffedPost {
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

/** True for somebody who does a unit's own work: what concerns the unit is not theirs to decide, whatever else they are. */
export function isParty(accountId: string, unitId: string, posts: readonly StaffedPost[]): boolean {
  return posts.some((post) => post.accountId === accountId && post.unitId === unitId && isActing(post));
}

/** True for somebody who stands in a unit by any post. */
export function isPostedIn(accountId: string, unitId: string, posts: readonly StaffedPost[]): boolean {
  return posts.some(
    (post) => post.accountId === accountId && (post.unitId === unitId || post.postedIn?.includes(unitId) === true),
  );
}

/**
 * True where every clerk of a ledger has their post in a unit: it is the office itself, and of its own tasks nobody of the office could decide
 * if all who stand in it were kept from it.
 */
export function isOfficeItself(unitId: string, posts: readonly StaffedPost[]): boolean {
  const clerks = posts.filter(({ role }) => role === 'supervision-clerk');
  return clerks.length > 0 && clerks.every((clerk) => clerk.unitId === unitId);
}

/**
 * Kept from deciding about a unit is whoever stands in it by any post; in the office itself whoever does its work, so that another one of the
 * office decides.
 */
export function isPartial(accountId: string, unitId: string, posts: readonly StaffedPost[]): boolean {
  return isOfficeItself(unitId, posts) ? isParty(accountId, unitId, posts) : isPostedIn(accountId, unitId, posts);
}

/** True for a post that has the office itself in its charge: that of the unit in which a clerk stands. */
export function isOverOffice(charge: readonly string[], { posts, lineage }: Staff): boolean {
  return posts.some((post) => post.role === 'supervision-clerk' && isInCharge(charge, post.unitId, { lineage }));
}

/**
 * Those who decide on a measure against a unit: the leaders in charge of it who hold no post in it; where there is none, the office's leaders
 * who may decide about it. Empty: nobody does.
 */
export function leadersOnMeasure(unitId: string, staff: Staff): readonly StaffedPost[] {
  const above = leadersOver([unitId], staff, (accountId) => isPostedIn(accountId, unitId, staff.posts));
  if (above.length > 0) return above;
  return staff.posts.filter(
    (post) =>
      post.role === 'leader' && isOverOffice(chargeOf(post), staff) && !isPartial(post.accountId, unitId, staff.posts),
  );
}

/** Of some leaders the one whose charge is nearest to a unit; of several there, who has held the post for longest. Null: there is none. */
export function nearestOf(
  leaders: readonly StaffedPost[],
  unitId: string,
  { lineage }: Pick<Staff, 'lineage'>,
): StaffedPost | null {
  for (const above of lineage.get(unitId) ?? [unitId]) {
    const own = leaders.find((leader) => chargeOf(leader).includes(above));
    if (own) return own;
  }
  return leaders[0] ?? null;
}

/**
 * The leaders in charge of a unit. A leader who also reports for it or heads it is passed over for the next one; where there is no other,
 * a delay is brought to them all the same. Nobody is told who could do nothing about it: where the unit is in nobody's charge, none is.
 */
export function leadersInCharge(unitId: string, staff: Staff): readonly StaffedPost[] {
  const apart = leadersOver([unitId], staff, (accountId) => isParty(accountId, unitId, staff.posts));
  return apart.length > 0 ? apart : leadersOver([unitId], staff, () => false);
}

/**
 * The leaders who are in charge of all of some units and are not kept out: those who name them, or units above them, among the units in
 * their charge (分管); else those who name none and are in charge of all below their post's own.
 */
export function leadersOver(
  unitIds: readonly string[],
  { posts, lineage }: Staff,
  isKeptOut: (accountId: string) => boolean,
): readonly StaffedPost[] {
  const over = posts.filter(
    (post) =>
      post.role === 'leader' &&
      unitIds.length > 0 &&
      unitIds.every((unitId) => isInCharge(chargeOf(post), unitId, { lineage })) &&
      !isKeptOut(post.accountId),
  );
  const naming = over.filter(({ inCharge }) => inCharge.length > 0);
  return naming.length > 0 ? naming : over;
}

/** The names of those who hold some posts, each once; empty where nobody's is known. */
export function namesOfHolders(posts: readonly StaffedPost[]): string {
  return [...new Set(posts.flatMap(({ name }) => name ?? []))].join('、');
}
