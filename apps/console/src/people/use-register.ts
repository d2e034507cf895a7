import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Answer, type UnitRow } from '../api/answer';
import { blockingProblem } from '../api/blocking-problem';
import { api, bodyOf, reads } from '../api/client';
import { type Problem } from '../api/problem';
import { mayAnywhere, useMe } from '../app/session';
import { PEOPLE_WORDS } from '../words/people.words';
import { type KnownAccount, type KnownUnit } from './check-people';

/** An account as the administrator's list has it. */
export type AccountRow = Answer<'/api/accounts'>['accounts'][number];

/** So many units come with one answer. */
const PAGE = 1_000;

async function readAllUnits(): Promise<readonly UnitRow[]> {
  const units: UnitRow[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: PAGE } : { limit: PAGE, cursor };
    const page: Answer<'/api/units'> = bodyOf(await api.GET('/api/units', { params: { query } }));
    units.push(...page.units);
    cursor = page.next;
  } while (cursor !== null);
  return units;
}

/** Every unit of the register. */
export function useAllUnits(): { readonly units: readonly UnitRow[] | null; readonly problem: Problem | null } {
  const read = useQuery({ queryKey: ['get', '/api/units', 'all'], queryFn: readAllUnits });
  return { units: read.data ?? null, problem: blockingProblem(read) };
}

/** What is there already, for people who are written down. */
export interface Register {
  readonly units: readonly KnownUnit[];
  readonly accounts: readonly KnownAccount[];
  readonly loaded: boolean;
  readonly problem: Problem | null;
}

/** Units and accounts that are there. */
export function useRegister(): Register {
  const me = useMe();
  const { units, problem } = useAllUnits();
  const listed = mayAnywhere(me, 'account.list');
  const accounts = reads.useQuery('get', '/api/accounts', {}, { enabled: listed });
  const known = useMemo(() => (units ?? []).map(knownUnit).filter(isReal), [units]);
  return {
    units: known,
    accounts: accounts.data?.accounts ?? [],
    loaded: units !== null && (!listed || accounts.data !== undefined),
    problem: problem ?? blockingProblem(accounts),
  };
}

/** Between the names of a unit's path, the highest first. */
const BELOW = ' / ';

/** Units for practice are no place for posts. */
function isReal({ path }: KnownUnit): boolean {
  return path.split(BELOW)[0] !== PEOPLE_WORDS.practice.unit;
}

function knownUnit({ unitId, name, aliases, above }: UnitRow): KnownUnit {
  const path = [...[...above].reverse().map((each) => each.name), name].join(BELOW);
  return { unitId, name, aliases, path };
}
