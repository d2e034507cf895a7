import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { problemOf } from '../api/problem';

const SESSION_OVER: ReadonlySet<string> = new Set([
  'IDENTITY.NOT_SIGNED_IN',
  'IDENTITY.SESSION_ENDED',
  'IDENTITY.PASSWORD_CHANGE_DUE',
]);

/** The key of the question who is signed in. */
export const ME_KEY = ['me'] as const;

/** Keeps what was read. A session that has ended is found out by any request; who I am is then asked anew. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (SESSION_OVER.has(problemOf(error).code)) void client.invalidateQueries({ queryKey: ME_KEY });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => (query.queryKey === ME_KEY ? undefined : onError(error)) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal stays one; only what did not come through is worth another try.
        retry: (failures, error) => problemOf(error).status === null && failures < 2,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
