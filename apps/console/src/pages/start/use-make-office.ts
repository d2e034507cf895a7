import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { noteWritten } from '../../api/last-written';
import { type Problem, problemOf } from '../../api/problem';

interface Office {
  /** The unit above all others; empty: there is none. */
  readonly top: string;
  readonly others: readonly string[];
}

/** So many names go with one request. */
const AT_ONCE = 300;

/** Makes the units of an office. Those that are there already are left as they are, so it can be sent again. */
export function useMakeOffice(): {
  /** Resolves to how many were made; null when it failed. */
  readonly make: (office: Office) => Promise<number | null>;
  readonly isPending: boolean;
  readonly problem: Problem | null;
} {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation<number, Problem, Office>({
    mutationFn: (office) =>
      makeOffice(office).catch((fault: unknown) => {
        throw problemOf(fault);
      }),
    onSettled: () => queries.invalidateQueries(),
  });
  return { make: (office) => mutateAsync(office).catch(() => null), isPending, problem: error };
}

async function makeOffice({ top, others }: Office): Promise<number> {
  const above = top === '' ? null : await makeUnits([top], null);
  const parentId = above?.units[0]?.unitId ?? null;
  let made = above?.made ?? 0;
  for (let from = 0; from < others.length; from += AT_ONCE) {
    made += (await makeUnits(others.slice(from, from + AT_ONCE), parentId)).made;
  }
  return made;
}

async function makeUnits(names: readonly string[], parentId: string | null) {
  const { units, position } = bodyOf(
    await api.POST('/api/units/from-names', { body: { names: [...names], parentId } }),
  );
  if (position !== null) noteWritten(position);
  return { units, made: units.filter(({ created }) => created).length };
}
