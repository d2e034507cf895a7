import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { isSessionOver, problemOf } from '../api/problem';

/** The key of the question who is signed in. */
export const ME_KEY = ['me'] as const;

/** Keeps what was read. A session that has ended is found out by any request; who I am is then asked anew. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (isSessionOver(problemOf(error))) void client.invalidateQueries({ queryKey: ME_KEY });
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
        // Not by itself with the mode above, which asks also where the browser takes the line for broken.
        refetchOnReconnect: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
