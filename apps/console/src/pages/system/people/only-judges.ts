import { ADMINISTERS } from '#domain';
import { type GrantableRole } from '../../../people/roles';
import { type ListedAccount, stateOf } from './account-list';

/** Without whom no task reaches its end. */
const JUDGES = ['verifier', 'closer'] as const;

/** As what an account is the only able one of the office, where an administrator's post is about to be added to it: level three parts the two. */
export function onlyJudgeOf(
  all: readonly ListedAccount[],
  accountId: string,
  wanted: readonly GrantableRole[],
): readonly (typeof JUDGES)[number][] {
  if (!wanted.some((role) => ADMINISTERS.includes(role))) return [];
  return JUDGES.filter((role) => {
    const holders = all.filter(
      ({ account, posts }) =>
        stateOf(account) !== 'disabled' && posts.some((post) => post.role === role && !post.practice),
    );
    return holders.length === 1 && holders[0]?.account.accountId === accountId;
  });
}
