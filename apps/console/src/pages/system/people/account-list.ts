import { type Answer } from '../../../api/answer';
import { type AccountRow } from '../../../people/use-register';
import { TERM_WORDS } from '../../../words/terms.words';

/** A post as the list of posts has it. */
export type PostRow = Answer<'/api/posts'>['posts'][number];

/** An account with its posts. */
export interface ListedAccount {
  readonly account: AccountRow;
  readonly posts: readonly PostRow[];
}

/** How an account stands: what keeps it from being used comes first. */
export type AccountState = 'active' | 'first' | 'locked' | 'disabled';

/** How an account stands. */
export function stateOf({ disabled, locked, mustChangePassword }: AccountRow): AccountState {
  if (disabled) return 'disabled';
  if (locked) return 'locked';
  return mustChangePassword ? 'first' : 'active';
}

/** Accounts with their posts, which stand in one order for everybody: by unit, then by role as the roles are listed. */
export function withPosts(accounts: readonly AccountRow[], posts: readonly PostRow[]): readonly ListedAccount[] {
  const byAccount = new Map<string, PostRow[]>();
  for (const post of [...posts].sort(byUnitAndRole))
    byAccount.set(post.accountId, [...(byAccount.get(post.accountId) ?? []), post]);
  return accounts.map((account) => ({ account, posts: byAccount.get(account.accountId) ?? [] }));
}

const ROLES = Object.keys(TERM_WORDS.roles);

function byUnitAndRole(one: PostRow, other: PostRow): number {
  return one.unit.name.localeCompare(other.unit.name, 'zh') || ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
}

/** Accounts in which every word of the text occurs: in a name, a unit or a role. */
export function matching(listed: readonly ListedAccount[], text: string): readonly ListedAccount[] {
  const words = text.trim().toLowerCase().split(/\s+/u);
  return listed.filter(({ account, posts }) => {
    const all = [
      account.displayName,
      account.loginName,
      ...posts.flatMap(({ unit, role }) => [unit.name, TERM_WORDS.roles[role]]),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Posts by unit, so that a person of several roles reads as one line a unit; those for practice are left out. */
export function postsByUnit(
  posts: readonly PostRow[],
): readonly { readonly unit: string; readonly roles: readonly string[] }[] {
  const units = new Map<string, Set<string>>();
  for (const { unit, role, practice } of posts) {
    if (practice) continue;
    units.set(unit.name, (units.get(unit.name) ?? new Set()).add(TERM_WORDS.roles[role]));
  }
  return [...units].map(([unit, roles]) => ({ unit, roles: [...roles] }));
}
