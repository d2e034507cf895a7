import { type QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router';
import { reads } from '../api/client';
import { type Page, PAGES } from './page-table';
import { ME_QUESTION } from './session';
import { loadSignIn } from './signed-in';

/**
 * Asks at once for what every page needs and for what the page that the address names will show: on a slow line each question
 * that waits for another answer is a journey more. For whom the server does not know, the answers stay out.
 */
export function headStart(queries: QueryClient): void {
  queries.query(reads.queryOptions('get', '/api/ledgers')).catch(() => undefined);
  const { pathname, search } = window.location;
  const page = PAGES.find(({ path }) => matchPath(path, pathname) !== null);
  page?.ask?.(queries, new URLSearchParams(search)).catch(() => undefined);
  if (page !== undefined) void loadInTurn(queries, page);
}

/**
 * Fetches the script of what stands first: of the page, or of the sign-in and then of the page behind it. Both at once had
 * the sign-in wait for 64 kB that it does not need. The answer to who asks was on its way before this script.
 */
async function loadInTurn(queries: QueryClient, { load }: Page): Promise<void> {
  const signedIn = await queries.query(ME_QUESTION).then(
    () => true,
    () => false,
  );
  // A script that does not come is told by whatever shows it, which fetches it again.
  if (!signedIn) await loadSignIn().catch(() => undefined);
  await load().catch(() => undefined);
}
