import { reads } from '../api/client';

/** How many entries of the inbox are newer than what I have looked at. */
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
  if (data === undefined) return 0;
  return data.counts.since ?? data.counts.waiting;
}
