import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import { type UnitsCalled } from './batch-acts';

/** Names of one request: an address has a bound, and a name takes nine characters for each of its own. */
const CHUNK = 40;

/** Looks names up in the register, by name and alias exactly. */
export function useUnitsCalled(names: readonly string[]): { readonly ready: boolean; readonly called: UnitsCalled } {
  const { data } = useQuery({
    queryKey: ['get', '/api/units', 'called', names],
    queryFn: async () => new Map((await lookedUp(names)).map(({ name, unitIds }) => [name, unitIds])),
    enabled: names.length > 0,
    // Others may move a task on while the form is filled: with other names to look up it stays as it is.
    placeholderData: (former) => former,
  });
  return { ready: names.length === 0 || data !== undefined, called: (name) => data?.get(name) };
}

async function lookedUp(names: readonly string[]) {
  const matches: { readonly name: string; readonly unitIds: readonly string[] }[] = [];
  for (let from = 0; from < names.length; from += CHUNK) {
    const query = { names: names.slice(from, from + CHUNK), limit: 1 };
    matches.push(...bodyOf(await api.GET('/api/units', { params: { query } })).matches);
  }
  return matches;
}
