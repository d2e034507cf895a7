import { useQueries } from '@tanstack/react-query';
import { type Answer } from '../../api/answer';
import { reads } from '../../api/client';
import { type Matches } from './model/unit-choices';
import { nameRequests } from './model/unit-names';

/** The units that the register knows by these names, as far as it has answered. */
export function useMatches(names: readonly string[]): Matches {
  const requests = nameRequests(names);
  const answers = useQueries({
    queries: requests.map((portion) =>
      reads.queryOptions('get', '/api/units', { params: { query: { names: portion } } }),
    ),
    combine: (results) => results.map(({ data }) => data),
  });
  return matchesOf(names, requests.flat(), answers);
}

function matchesOf(
  names: readonly string[],
  asked: readonly string[],
  answers: readonly (Answer<'/api/units'> | undefined)[],
): Matches {
  const found = answers.flatMap((answer) => answer?.matches ?? []);
  const known = new Map<string, readonly string[]>(found.map(({ name, unitIds }) => [name, unitIds]));
  // A name that cannot be asked for is not in the register as it stands.
  const unasked = new Set(asked);
  for (const name of names) if (!unasked.has(name)) known.set(name, []);
  return known;
}
