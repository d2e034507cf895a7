import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, reads } from '../../api/client';

interface SeenMark {
  readonly pending: boolean;
  /** Up to where I had looked before this visit; null: never. */
  readonly before: string | null;
}

/**
 * Marks the inbox as looked at up to the position that is shown. What was new when the page was opened stays marked as new
 * for this visit.
 */
export function useSeenMark(shownUpTo: string | null): SeenMark {
  const queries = useQueryClient();
  const { data } = reads.useQuery('get', '/api/me/seen');
  const before = useRef<string | null | undefined>(undefined);
  if (before.current === undefined && data !== undefined) before.current = data.position;
  useEffect(() => {
    if (shownUpTo === null || data === undefined || data.position === shownUpTo) return;
    void api
      .POST('/api/me/seen', { body: { position: shownUpTo } })
      .then(() => queries.invalidateQueries({ queryKey: ['get', '/api/me/seen'] }))
      .catch(() => undefined);
  }, [data, queries, shownUpTo]);
  return { pending: data === undefined, before: before.current ?? null };
}
