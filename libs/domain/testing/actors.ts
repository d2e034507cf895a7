import { type ActedBy, type Actor, ENGINE_ACTOR, type Post, type Role, type StaffedPost } from '../src';
import { testId, UNITS } from './ids';

/** A person with one post, in all ledgers unless one is named. */
export function personWith(
  number: number,
  name: string,
  role: Role,
  unitId: string,
  ledgerId: string | null = null,
): Actor {
  return { accountId: testId(number), name, posts: [{ postId: testId(number + 0x1000), unitId, role, ledgerId }] };
}

/** The same person as a leader who is in charge of some units (分管), wherever the post stands. */
export function inChargeOf(person: Actor, ...inCharge: readonly string[]): Actor {
  return { ...person, posts: person.posts.map((post) => ({ ...post, inCharge: [...inCharge] })) };
}

/** The same person with a second post. */
export function alsoIn(person: Actor, role: Role, unitId: string, ledgerId: string | null = null): Actor {
  return { ...person, posts: [...person.posts, { postId: testId(0x1fff), unitId, role, ledgerId }] };
}

/** A person with one post in a practice ledger. */
export function inPractice(number: number, role: Role, unitId: string, ledgerId: string): Actor {
  const { posts, ...person } = personWith(number, '练习者', role, unitId, ledgerId);
  return { ...person, posts: posts.map((post) => ({ ...post, practice: true })) };
}

/** The people of the sample office. The unit `health` leads the sample task, `finance` supports it. */
export const PEOPLE = {
  clerk: personWith(0x01, '督查甲', 'supervision-clerk', UNITS.office),
  secondClerk: personWith(0x02, '督查乙', 'supervision-clerk', UNITS.office),
  reporter: personWith(0x03, '卫健经办', 'reporter', UNITS.health),
  supportReporter: personWith(0x04, '财政经办', 'reporter', UNITS.finance),
  unitHead: personWith(0x05, '卫健负责人', 'unit-head', UNITS.health),
  verifier: personWith(0x06, '初核甲', 'verifier', UNITS.office),
  secondVerifier: personWith(0x07, '初核乙', 'verifier', UNITS.office),
  closer: personWith(0x08, '分管领导', 'closer', UNITS.office),
  leader: personWith(0x09, '主要领导', 'leader', UNITS.office),
  auditor: personWith(0x0a, '审计员', 'auditor', UNITS.office),
  systemAdministrator: personWith(0x0b, '系统管理员', 'system-administrator', UNITS.office),
  securityAdministrator: personWith(0x0c, '安全管理员', 'security-administrator', UNITS.office),
  engine: ENGINE_ACTOR,
} as const satisfies Record<string, Actor>;

/** The head of the office itself, who takes no step on tasks. */
export const OFFICE_HEAD = personWith(0x0d, '督查室主任', 'unit-head', UNITS.office);

/** The posts of people, as the engine finds them when it asks who can act in a ledger. */
export function staffOf(people: readonly Actor[]): readonly StaffedPost[] {
  return people.flatMap(({ accountId, name, posts }) =>
    posts.map(({ postId, unitId, role, inCharge = [] }) => ({ accountId, name, postId, unitId, role, inCharge })),
  );
}

/** The people of the sample office who act in its ledger. */
export const SAMPLE_STAFF = staffOf([
  ...Object.values(PEOPLE).filter((person) => person !== PEOPLE.engine),
  OFFICE_HEAD,
]);

/** A person as the record names who acted, under one of the posts (the first, unless another is given). */
export function actedBy({ accountId, name, posts }: Actor, post: Post | undefined = posts[0]): ActedBy {
  if (!post) throw new Error(`${name} holds no post`);
  return { accountId, name, role: post.role, postId: post.postId, unitId: post.unitId };
}
