import { type States } from '../state/states';

/** Which of the units exist. */
export async function knownUnits(states: States, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const loaded = await Promise.all(
    unitIds.map(async (unitId) => ({ unitId, exists: (await states.unit.known(unitId)).state !== null })),
  );
  return new Set(loaded.filter(({ exists }) => exists).map(({ unitId }) => unitId));
}
