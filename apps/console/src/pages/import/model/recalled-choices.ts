import { type Matches, type UnitChoices } from './unit-choices';

/** A task of an import whose units may be chosen already. */
export interface ChosenUnits {
  readonly leadUnitNames: readonly string[];
  readonly supportUnitNames: readonly string[];
  readonly leadUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
}

/**
 * What was decided about names that the register does not know, read back from tasks that are confirmed already: on another
 * computer, or after the page's memory was cleared, nobody is asked twice. A name's units are told only where they are certain:
 * what the task's other names do not account for belongs to the one name that is left.
 */
export function recalledChoices(tasks: readonly ChosenUnits[], matches: Matches): UnitChoices {
  const recalled = new Map<string, readonly string[]>();
  for (const task of tasks) {
    if (task.leadUnitIds.length === 0) continue;
    recall(task.leadUnitNames, task.leadUnitIds, []);
    recall(task.supportUnitNames, task.supportUnitIds, task.leadUnitIds);
  }
  return Object.fromEntries(
    [...recalled].map(([name, unitIds]) => [name, { kind: 'units' as const, unitIds, alias: false }]),
  );

  function recall(names: readonly string[], unitIds: readonly string[], leads: readonly string[]): void {
    const open = names.filter((name) => matches.get(name)?.length !== 1 && !recalled.has(name));
    const [name] = open;
    if (name === undefined || open.length > 1) return;
    const others = names.filter((each) => each !== name);
    const accounted = new Set(others.flatMap((each) => recalled.get(each) ?? matches.get(each) ?? []));
    const rest = unitIds.filter((unitId) => !accounted.has(unitId) && !leads.includes(unitId));
    if (rest.length > 0) recalled.set(name, rest);
  }
}
