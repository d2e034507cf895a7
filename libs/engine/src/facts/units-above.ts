import { type States } from '../state/states';

/** A unit and every unit above it, the nearest first; each once, should the register go in a circle. */
export async function unitsFrom(states: States, unitId: string): Promise<readonly string[]> {
  const units = states.of('unit');
  const lineage = new Set<string>();
  for (let above: string | null = unitId; above !== null && !lineage.has(above);) {
    lineage.add(above);
    const { state } = await units.known(above);
    above = state?.parentId ?? null;
  }
  return [...lineage];
}
