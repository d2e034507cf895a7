import { api, bodyOf } from '../../api/client';
import { noteWritten } from '../../api/last-written';
import { problemOf } from '../../api/problem';
import { actKey, fingerprint } from './model/act-keys';
import { aliasesOf, type Matches, namesIn, type UnitChoices } from './model/unit-choices';
import { type UnitName } from './model/unit-names';

/** So many units are created by one request. */
const PORTION = 300;

/** Creates the units and registers the aliases that a person has decided on. Doing it again changes nothing. */
export async function settleUnits(names: readonly UnitName[], choices: UnitChoices, matches: Matches): Promise<void> {
  const fresh = namesIn(names, 'create', choices, matches).map(({ name }) => name);
  for (let from = 0; from < fresh.length; from += PORTION) await createUnits(fresh.slice(from, from + PORTION));
  for (const { alias, unitId } of aliasesOf(names, choices, matches)) await addAlias(unitId, alias);
}

async function createUnits(names: string[]): Promise<void> {
  const key = `units.${fingerprint(JSON.stringify(names))}`;
  const header = { 'Idempotency-Key': key };
  const { position } = await api.POST('/api/units/from-names', { params: { header }, body: { names } }).then(bodyOf);
  if (position !== null) noteWritten(position);
}

async function addAlias(unitId: string, alias: string): Promise<void> {
  const header = { 'Idempotency-Key': actKey('alias', unitId, 0, alias) };
  try {
    const sent = api.POST('/api/units/{id}/add-alias', { params: { path: { id: unitId }, header }, body: { alias } });
    noteWritten((await sent.then(bodyOf)).position);
  } catch (error) {
    // Somebody registered it meanwhile, which is what was wanted.
    if (problemOf(error).code !== 'UNIT.ALIAS_EXISTS') throw error;
  }
}
