import { keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { type TaskRow } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { chosenOf } from '../../app/ledger-choice';
import { allRows, type AllRows } from '../../task-batch/all-rows';
import { listQuery, type LedgerView, readView } from './ledger-view';

/** Rows of one request when many are read. */
const CHUNK = 200;

/** The page of rows that a view asks for; the former page stays until the next one is there. */
export function useLedgerRows(view: LedgerView, ledgerId: string | null, enabled: boolean) {
  return reads.useQuery('get', '/api/tasks', pageOf(view, ledgerId), {
    placeholderData: keepPreviousData,
    enabled: enabled && view.mode === 'list',
  });
}

/** Asks for the rows of an address as soon as it is known of which ledger. */
export async function askForRows(queries: QueryClient, address: URLSearchParams): Promise<void> {
  const view = readView(address);
  if (view.mode !== 'list') return;
  const { ledgers } = await queries.query(reads.queryOptions('get', '/api/ledgers'));
  const ledgerId = view.ledgerId ?? chosenOf(ledgers)?.ledgerId ?? null;
  await queries.query(reads.queryOptions('get', '/api/tasks', pageOf(view, ledgerId)));
}

function pageOf(view: LedgerView, ledgerId: string | null) {
  const place = view.cursor === null ? {} : { cursor: view.cursor };
  return { params: { query: { ...listQuery(view, ledgerId), limit: view.size, ...place } } };
}

/** All rows of a view up to a bound, in its order. */
export function readAllRows(
  view: LedgerView,
  ledgerId: string | null,
  most: number,
  onRead?: (rows: number) => void,
  signal?: AbortSignal,
): Promise<AllRows<TaskRow>> {
  const wanted = listQuery(view, ledgerId);
  const read = async (cursor: string | null) => {
    const query = { ...wanted, limit: Math.min(CHUNK, most), ...(cursor === null ? {} : { cursor }) };
    const { tasks, next } = bodyOf(
      await api.GET('/api/tasks', { params: { query }, ...(signal === undefined ? {} : { signal }) }),
    );
    return { rows: tasks, next };
  };
  return allRows(most, read, onRead);
}
