import { type AccountRow } from '../../../people/use-register';
import { type PostRow } from './account-list';

/** True when nobody who can sign in would close a task any more, in some ledger, without a post. One in all ledgers stands in for one in some ledger, not the other way round. */
export function isLastCloser(
  post: PostRow,
  posts: readonly PostRow[],
  accounts: readonly Pick<AccountRow, 'accountId' | 'disabled'>[],
): boolean {
  if (post.role !== 'closer' || post.practice) return false;
  const able = new Set(accounts.filter(({ disabled }) => !disabled).map(({ accountId }) => accountId));
  return !posts.some(
    ({ postId, role, practice, accountId, ledgerId }) =>
      postId !== post.postId &&
      role === 'closer' &&
      !practice &&
      able.has(accountId) &&
      (ledgerId === null || ledgerId === post.ledgerId),
  );
}
