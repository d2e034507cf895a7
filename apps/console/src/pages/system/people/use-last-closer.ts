import { reads } from '../../../api/client';
import { type PostRow } from './account-list';
import { isLastCloser } from './last-closer';

/** True when nobody who can sign in would close a task any more, in some ledger, without this post. */
export function useLastCloser(post: PostRow): boolean {
  const accounts = reads.useQuery('get', '/api/accounts', {});
  const posts = reads.useQuery('get', '/api/posts', {});
  return isLastCloser(post, posts.data?.posts ?? [], accounts.data?.accounts ?? []);
}
