import { freshId } from '../../api/fresh-id';
import { type KnownUnit } from '../../people/check-people';
import { newRow, type PersonRow } from '../../people/person-row';
import { type GrantableRole } from '../../people/roles';
import { START_WORDS } from '../../words/start.words';

/** Who an office cannot do without, in the order in which one thinks of them; the names are left to a person. */
const OF_THE_OFFICE: readonly (readonly GrantableRole[])[] = [['supervision-clerk'], ['verifier'], ['closer']];

/** Lines to begin with. A line without a name is not sent, so that none of them has to be removed. */
export function preparedRows(office: string, top: string): readonly PersonRow[] {
  const ofOffice = OF_THE_OFFICE.map((roles) => newRow(freshId(), { unit: office, roles: [...roles] }));
  const leader = newRow(freshId(), { unit: top === '' ? office : top, roles: ['leader'] });
  const security = newRow(freshId(), { unit: START_WORDS.administration, roles: ['security-administrator'] });
  return [...ofOffice, leader, security];
}

/** A line for each responsible unit that has none yet: one person who reports and answers for it. */
export function rowsPerUnit(
  offices: readonly KnownUnit[],
  rows: readonly PersonRow[],
  without: readonly string[],
): readonly PersonRow[] {
  const there = new Set([...rows.map(({ unit }) => unit.trim()), ...without.map((name) => name.trim())]);
  return offices
    .filter(({ name, path }) => !there.has(name) && !there.has(path))
    .map(({ name }) => newRow(freshId(), { unit: name, roles: ['reporter', 'unit-head'] }));
}
