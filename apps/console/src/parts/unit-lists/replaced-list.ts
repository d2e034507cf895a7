import { type UnitList } from './use-unit-lists';

/** The list that would be replaced by one of the same name; null where there is none, or where its units stay the same. */
export function replacedList(lists: readonly UnitList[], name: string, unitIds: readonly string[]): UnitList | null {
  const known = lists.find((list) => list.name === name.trim());
  if (known === undefined) return null;
  const chosen = new Set(unitIds);
  const same = known.units.length === chosen.size && known.units.every(({ unitId }) => chosen.has(unitId));
  return same ? null : known;
}
