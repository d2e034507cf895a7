import { type QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router';
import { reads } from '../api/client';
import { PAGES } from './page-table';

/**
 * Asks at once for what every page needs, for the script of the page that the address names, and for what that page will
 * show: on a slow line each question that waits for another answer is a journey more. For whom the server does not know, the
 * answers stay out.
 */
export function headStart(queries: QueryClient): void {
  queries.query(reads.queryOptions('get', '/api/ledgers')).catch(() => undefined);
  const { pathname, search } = window.location;
  const page = PAGES.find(({ path }) => matchPath(path, pathname) !== null);
  page?.ask?.(queries, new URLSearchParams(search)).catch(() => undefined);
  void page?.load();
}
