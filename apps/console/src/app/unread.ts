import { newsAfter, useAccountNews } from './account-news';
import { reads } from '../api/client';

/** How much is newer than what I have looked at: entries of the inbox, and what others did to my account. */
export function useUnread(): number {
  const { data: seen } = reads.useQuery('get', '/api/me/seen');
  const since = seen?.position ?? undefined;
  const query = since === undefined ? {} : { since };
  const { data } = reads.useQuery(
    'get',
    '/api/inbox',
    { params: { query: { ...query, limit: 1 } } },
    { enabled: seen !== undefined },
  );
  const news = useAccountNews();
  if (data === undefined || seen === undefined) return 0;
  return (data.counts.since ?? data.counts.waiting) + newsAfter(news, seen.position).length;
}
