import { useQuery } from '@tanstack/react-query';
import { type HomeRow } from '../api/answer';
import { api, bodyOf } from '../api/client';
import { MOST_IN_BATCH } from '../batch';
import { allRows } from './all-rows';

/** Rows of one request. */
const CHUNK = 200;

/** The tasks that wait for the reader in one way, the earliest limit first, as many as a batch takes. @param ledgerId null: of all ledgers */
export function useWaitingTasks(kind: HomeRow['kind'], ledgerId: string | null) {
  return useQuery({
    queryKey: ['get', '/api/tasks', 'waiting', kind, ledgerId],
    queryFn: () =>
      allRows(MOST_IN_BATCH, async (cursor) => {
        const query = {
          mine: [kind],
          sort: 'due' as const,
          limit: CHUNK,
          ...(ledgerId === null ? {} : { ledgerId }),
          ...(cursor === null ? {} : { cursor }),
        };
        const { tasks, next } = bodyOf(await api.GET('/api/tasks', { params: { query } }));
        return { rows: tasks, next };
      }),
  });
}
