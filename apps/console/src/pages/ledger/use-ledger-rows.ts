import { keepPreviousData } from '@tanstack/react-query';
import { type TaskRow } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { allRows, type AllRows } from './all-rows';
import { listQuery, type LedgerView } from './ledger-view';

/** Rows of one request when many are read. */
const CHUNK = 200;

/** The page of rows that a view asks for; the former page stays until the next one is there. */
export function useLedgerRows(view: LedgerView, ledgerId: string | null, enabled: boolean) {
  const place = view.cursor === null ? {} : { cursor: view.cursor };
  const query = { ...listQuery(view, ledgerId), limit: view.size, ...place };
  return reads.useQuery(
    'get',
    '/api/tasks',
    { params: { query } },
    { placeholderData: keepPreviousData, enabled: enabled && view.mode === 'list' },
  );
}

/** All rows of a view up to a bound, in its order. */
export function readAllRows(
  view: LedgerView,
  ledgerId: string | null,
  most: number,
  onRead?: (rows: number, total: number) => void,
  signal?: AbortSignal,
): Promise<AllRows<TaskRow>> {
  const wanted = listQuery(view, ledgerId);
  const read = async (cursor: string | null) => {
    const query = { ...wanted, limit: Math.min(CHUNK, most), ...(cursor === null ? {} : { cursor }) };
    const { tasks, total, next } = bodyOf(
      await api.GET('/api/tasks', { params: { query }, ...(signal === undefined ? {} : { signal }) }),
    );
    return { rows: tasks, total, next };
  };
  return allRows(most, read, onRead);
}
