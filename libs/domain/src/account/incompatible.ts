import { type PolicyContent } from '../policy';
import { reject, type Rejection } from '../shared/rejection';
import { type GrantableRole, type HeldPost, type PostParts } from './account.state';

type Roles = readonly GrantableRole[];

/** Who does the work of a unit, and who judges it. */
const DOES: Roles = ['reporter', 'unit-head'];
const JUDGES: Roles = ['verifier', 'closer'];

/** The three administrators (三员); the auditor stands by the last of them. */
const RUNS: Roles = ['system-administrator', 'security-administrator'];
const AUDITS: Roles = ['audit-administrator', 'auditor'];

/** Those whom level three keeps apart from one another, and from every other post. */
export const ADMINISTERS: Roles = [...RUNS, 'audit-administrator'];

const DOES_AND_JUDGES = reject(
  'POST.DOES_AND_JUDGES',
  '填报人、单位负责人不能在同一台账中兼任核验人、销号签批人，请授予其他人员，或先撤销原岗位。',
);
const RUNS_AND_AUDITS = reject(
  'POST.RUNS_AND_AUDITS',
  '系统管理员、安全管理员不能兼任审计管理员或审计员，请授予其他人员，或先撤销原岗位。',
);
const TWO_ADMINISTRATORS = reject(
  'POST.TWO_ADMINISTRATORS',
  '按等级保护三级，系统、安全、审计三类管理员须由三人分任，请授予其他人员，或先撤销原岗位。',
);
const ADMINISTERS_AND_WORKS = reject(
  'POST.ADMINISTERS_AND_WORKS',
  '按等级保护三级，管理员不能兼任台账中的岗位，请授予其他人员，或先撤销原岗位。',
);

/** Why a post cannot be held beside another one of the same account (不相容岗位); null where it can. Practice is left aside. */
function beside(one: PostParts, other: PostParts, level: PolicyContent['protectionLevel']): Rejection | null {
  const parts = (some: Roles, others: Roles): boolean =>
    (some.includes(one.role) && others.includes(other.role)) ||
    (some.includes(other.role) && others.includes(one.role));
  if (parts(DOES, JUDGES) && sameLedger(one, other)) return DOES_AND_JUDGES;
  if (parts(RUNS, AUDITS)) return RUNS_AND_AUDITS;
  if (level !== 3) return null;
  const administers = [one, other].filter(({ role }) => ADMINISTERS.includes(role));
  if (administers.length === 1) return ADMINISTERS_AND_WORKS;
  return administers.length === 2 && one.role !== other.role ? TWO_ADMINISTRATORS : null;
}

/** A post without a ledger is one in all of them. */
function sameLedger(one: PostParts, other: PostParts): boolean {
  return one.ledgerId === null || other.ledgerId === null || one.ledgerId === other.ledgerId;
}

/** Why an account that holds some posts cannot be given another one; null where it can. */
export function incompatible(
  held: readonly HeldPost[],
  wanted: PostParts,
  level: PolicyContent['protectionLevel'],
): Rejection | null {
  for (const post of held) {
    const refusal = post.practice ? null : beside(post, wanted, level);
    if (refusal) return refusal;
  }
  return null;
}

/**
 * Why an installation cannot go over to a protection level with the posts that are held; null where it can. Posts are refused at their
 * grant, so that a level which took effect over posts that it forbids would hold for nobody who holds them.
 * @param accounts the posts of each account that holds an administrator's
 */
export function levelFault(
  accounts: readonly (readonly HeldPost[])[],
  level: PolicyContent['protectionLevel'],
): Rejection | null {
  const inTheWay = accounts.map((posts) => kindInTheWay(posts, level));
  const people = (kind: Rejection): number => inTheWay.filter((each) => each === kind).length;
  const several = people(TWO_ADMINISTRATORS);
  const working = people(ADMINISTERS_AND_WORKS);
  if (several + working === 0) return null;
  const parts = [
    ...(several === 0 ? [] : [`${several} 人兼任系统、安全、审计管理员中的两类以上`]),
    ...(working === 0 ? [] : [`${working} 人任管理员又兼任其他岗位`]),
  ];
  return reject(
    'POLICY.POSTS_IN_THE_WAY',
    `按等级保护三级，三类管理员须由三人分任且不兼任其他岗位，现有${parts.join('，')}，没有发布，请先撤销或改授这些岗位。`,
  );
}

/** Which posts of one account stand in the way of a protection level: those that it forbids beside another one. */
export function postsInTheWay(
  posts: readonly HeldPost[],
  level: PolicyContent['protectionLevel'],
): readonly HeldPost[] {
  return kindInTheWay(posts, level) === null ? [] : posts.filter((post) => kindBeside(post, posts, level) !== null);
}

/** Of what the posts of one account offend against at a level; several administrators before an administrator who works. */
function kindInTheWay(posts: readonly HeldPost[], level: PolicyContent['protectionLevel']): Rejection | null {
  const found = posts.map((post) => kindBeside(post, posts, level));
  return [TWO_ADMINISTRATORS, ADMINISTERS_AND_WORKS].find((kind) => found.includes(kind)) ?? null;
}

/** Why a level forbids a post beside the others of its account; null where it does not. */
function kindBeside(
  post: HeldPost,
  posts: readonly HeldPost[],
  level: PolicyContent['protectionLevel'],
): Rejection | null {
  const others = posts.filter((each) => each !== post);
  return post.practice ? null : incompatible(others, post, level);
}
