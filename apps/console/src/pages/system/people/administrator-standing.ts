import { type ListedAccount, stateOf } from './account-list';

const MANAGE = ['system-administrator', 'security-administrator'] as const;

/** Whether somebody is the only administrator who can act, and whether they hold both posts by which accounts are managed. */
export function standingOf(
  all: readonly ListedAccount[],
  accountId: string,
): { readonly only: boolean; readonly both: boolean } {
  const rolesOf = ({ posts }: ListedAccount) =>
    MANAGE.filter((role) => posts.some((post) => post.role === role && !post.practice));
  const own = all.find(({ account }) => account.accountId === accountId);
  const held = own ? rolesOf(own) : [];
  const others = all.filter(
    (each) => each !== own && ['active', 'locked'].includes(stateOf(each.account)) && rolesOf(each).length > 0,
  );
  return { only: held.length > 0 && others.length === 0, both: held.length === MANAGE.length };
}
