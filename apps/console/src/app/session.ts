import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { grantsOf, type Operation, type Role } from '#domain';
import { type Me } from '../api/answer';
import { api, bodyOf } from '../api/client';
import { problemOf } from '../api/problem';
import { ME_KEY } from './query-client';

/** While the server is not reached it is asked again so often. Milliseconds. */
const AGAIN = 4_000;

/** The question who is signed in. */
export const ME_QUESTION = {
  queryKey: ME_KEY,
  queryFn: async (): Promise<Me> => bodyOf(await api.GET('/api/me')),
  staleTime: 60_000,
};

/** Asks who is signed in, until the server has answered. */
export function useMeQuery(): UseQueryResult<Me> {
  return useQuery({
    ...ME_QUESTION,
    refetchInterval: ({ state }) => (state.error === null || problemOf(state.error).status === 401 ? false : AGAIN),
  });
}

/** True once the server has said that nobody is signed in any more, until somebody is. */
export function useIsSessionOver(): boolean {
  const { error } = useMeQuery();
  return error !== null && problemOf(error).status === 401;
}

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** Who is signed in. Only inside of `SignedIn`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('nobody is signed in here');
  return me;
}

/** The roles that a person holds anywhere, each once. */
export function rolesOf(me: Me): readonly Role[] {
  return [...new Set(me.posts.map(({ role }) => role))];
}

/** The units of a person's posts. */
export function ownUnitsOf(me: Me): ReadonlySet<string> {
  return new Set(me.posts.map(({ unitId }) => unitId));
}

/**
 * True when some post of the person's permits an operation somewhere. It only decides what is offered; the server decides
 * what is done.
 */
export function mayAnywhere(me: Me, operation: Operation): boolean {
  const granted: readonly string[] = grantsOf(operation).map(([role]) => role);
  return me.posts.some(({ role }) => granted.includes(role));
}

/** True when some post of the person's permits an operation in a ledger. */
export function mayIn(me: Me, operation: Operation, ledgerId: string): boolean {
  const posts = me.posts.filter((post) => post.ledgerId === null || post.ledgerId === ledgerId);
  return mayAnywhere({ ...me, posts }, operation);
}
