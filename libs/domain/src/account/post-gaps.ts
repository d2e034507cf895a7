import { type Role } from '../shared/actor';
import { holdersOfPost, isPartial, leadersOnMeasure, leadersOver, type Staff, type StaffedPost } from '../shared/staff';

/** Somebody who can sign in, with the posts that they hold in earnest. */
export interface AblePerson {
  readonly accountId: string;
  readonly posts: readonly {
    readonly role: Role;
    readonly unitId: string;
    readonly ledgerId: string | null;
    /** The units that a leader is in charge of (分管). Left out or empty: all below the post's unit. */
    readonly inCharge?: readonly string[];
  }[];
}

/** Who there is, and which units stand above which. */
export interface AbleOffice {
  readonly people: readonly AblePerson[];
  /** Of each unit itself and all above it, the nearest first. */
  readonly lineage: ReadonlyMap<string, readonly string[]>;
}

/**
 * With fewer people an office practises only: one who assigns (and may administer), one who reports (and heads the unit), one who checks, one
 * who closes (and may lead), one who audits. No two of these are one person's, for whoever does a part of a task judges no other.
 */
export const FEWEST_PEOPLE = 5;

/** What is missing for a task to reach its end, as long as nobody is given another post. */
const JUDGE_LACKS = ['clerk', 'verifier', 'other-verifier', 'closer', 'other-closer'] as const;
type JudgeLack = (typeof JUDGE_LACKS)[number];
const DECIDER_LACKS = ['decider', 'leader'] as const;
type DeciderLack = (typeof DECIDER_LACKS)[number];

/** All of them: whoever hangs, checks and closes, and whoever decides. */
export const POST_LACKS = [...JUDGE_LACKS, ...DECIDER_LACKS] as const;

/**
 * `other-verifier`: whoever checks is the only one who assigns. `other-closer`: whoever closes is the only one who checks. `decider`: beside
 * the one clerk nobody decides what takes two. `leader`: nobody decides on measures against a unit that stays late.
 */
export type PostLack = (typeof POST_LACKS)[number];

/** Posts that are missing in a ledger. */
export interface PostGap {
  /** Null: in every ledger, or in any that is made. */
  readonly ledgerId: string | null;
  /** The unit whose tasks would not reach their end, since all who could judge them hold a post in it; null: any task. */
  readonly unitId: string | null;
  readonly lack: PostLack;
}

/** What is missing in some ledgers, each gap once: what all of them lack is said of all together. */
export function postGaps(office: AbleOffice, ledgerIds: readonly string[]): readonly PostGap[] {
  const gaps = (ledgerIds.length === 0 ? [null] : ledgerIds).map((ledgerId) => gapsIn(office, ledgerId));
  const [first = [], ...others] = gaps;
  const everywhere = first.filter((gap) => others.every((each) => isAmong(gap, each)));
  const apart = gaps.flat().filter((gap) => !isAmong(gap, everywhere));
  return [...everywhere.map((gap) => ({ ...gap, ledgerId: null })), ...apart];
}

function isAmong(gap: PostGap, gaps: readonly PostGap[]): boolean {
  return gaps.some((each) => isSame(each, gap));
}

/** True when two gaps are the same but for their ledger. */
function isSame(one: PostGap, other: PostGap): boolean {
  return one.lack === other.lack && one.unitId === other.unitId;
}

function gapsIn({ people, lineage }: AbleOffice, ledgerId: string | null): readonly PostGap[] {
  const staff = { posts: postsInLedger(people, ledgerId), lineage };
  const lacks = [...lacksAmong(people, ledgerId), ...lacksOfOffice(staff)];
  const ofAll = lacks.map((lack) => ({ ledgerId, unitId: null, lack }));
  const ofUnits = actingUnits(people, ledgerId).flatMap((unitId) =>
    [...lacksAmong(people, ledgerId, unitId), ...lacksOfUnit(unitId, staff)]
      .filter((lack) => !lacks.includes(lack))
      .map((lack) => ({ ledgerId, unitId, lack })),
  );
  return [...ofAll, ...ofUnits];
}

/** @param ofUnit whoever holds a post in it judges none of its tasks */
function lacksAmong(people: readonly AblePerson[], ledgerId: string | null, ofUnit?: string): readonly JudgeLack[] {
  const judges = people.filter(({ posts }) => ofUnit === undefined || posts.every(({ unitId }) => unitId !== ofUnit));
  const clerks = holdersIn(people, ['supervision-clerk'], ledgerId);
  const verifiers = holdersIn(judges, ['verifier'], ledgerId);
  const closers = holdersIn(judges, ['closer'], ledgerId);
  // Nobody checks what they assigned, and nobody closes what they checked.
  const checking = verifiers.filter((verifier) => clerks.length === 0 || hasOther(clerks, verifier));
  const closing = closers.filter((closer) => checking.length === 0 || hasOther(checking, closer));
  const lacking: Readonly<Record<JudgeLack, boolean>> = {
    clerk: clerks.length === 0,
    verifier: verifiers.length === 0,
    'other-verifier': verifiers.length > 0 && checking.length === 0,
    closer: closers.length === 0,
    'other-closer': closers.length > 0 && closing.length === 0,
  };
  return JUDGE_LACKS.filter((lack) => lacking[lack]);
}

/** Whoever would have to decide and is not there. */
function lacksOfOffice(staff: Staff): readonly DeciderLack[] {
  const [clerks, leaders] = [holdersOfPost(staff, 'supervision-clerk', null), holdersOfPost(staff, 'leader', null)];
  const deciders = new Set([...clerks, ...leaders].map(({ accountId }) => accountId));
  return [
    ...(clerks.length > 0 && deciders.size < 2 ? (['decider'] as const) : []),
    ...(leaders.length === 0 ? (['leader'] as const) : []),
  ];
}

/** The same of the tasks of a unit: nobody who stands in it decides, and of the leaders only those in charge of it. A clerk who asks does not decide. */
function lacksOfUnit(unitId: string, staff: Staff): readonly DeciderLack[] {
  const isKeptOut = (accountId: string): boolean => isPartial(accountId, unitId, staff.posts);
  const clerks = holdersOfPost(staff, 'supervision-clerk', null);
  const able = clerks.filter(({ accountId }) => !isKeptOut(accountId));
  const deciders = new Set([...able, ...leadersOver([unitId], staff, isKeptOut)].map(({ accountId }) => accountId));
  const askers = clerks.filter(({ accountId }) => deciders.has(accountId) && deciders.size === 1);
  return [
    ...(clerks.length > 0 && (deciders.size === 0 || askers.length > 0) ? (['decider'] as const) : []),
    ...(leadersOnMeasure(unitId, staff).length === 0 ? (['leader'] as const) : []),
  ];
}

/** The posts of a ledger, each with all units in which its holder stands. */
function postsInLedger(people: readonly AblePerson[], ledgerId: string | null): readonly StaffedPost[] {
  return people.flatMap(({ accountId, posts }) => {
    const postedIn = posts.map(({ unitId }) => unitId);
    const own = posts.filter((post) => isIn(post, ledgerId));
    return own.map(({ role, unitId, inCharge = [] }) => ({
      postId: `${accountId} ${role} ${unitId}`,
      accountId,
      unitId,
      role,
      inCharge,
      postedIn,
    }));
  });
}

function hasOther(accountIds: readonly string[], accountId: string): boolean {
  return accountIds.some((each) => each !== accountId);
}

/** The units whose people report: those that tasks are given to. */
function actingUnits(people: readonly AblePerson[], ledgerId: string | null): readonly string[] {
  const posts = people.flatMap(({ posts: held }) => held);
  const acting = posts.filter((post) => ['reporter', 'unit-head'].includes(post.role) && isIn(post, ledgerId));
  return [...new Set(acting.map(({ unitId }) => unitId))];
}

/** The accounts that hold one of some roles in a ledger; a post without one is in all. */
export function holdersIn(
  people: readonly AblePerson[],
  roles: readonly Role[],
  ledgerId: string | null,
): readonly string[] {
  const holds = ({ posts }: AblePerson): boolean =>
    posts.some((post) => roles.includes(post.role) && isIn(post, ledgerId));
  return people.filter(holds).map(({ accountId }) => accountId);
}

function isIn(post: AblePerson['posts'][number], ledgerId: string | null): boolean {
  return post.ledgerId === null || post.ledgerId === ledgerId;
}
