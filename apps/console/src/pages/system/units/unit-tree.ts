import { type UnitRow } from '../../../api/answer';

/** A unit with those below it. */
export interface UnitNode {
  readonly unit: UnitRow;
  readonly below: readonly UnitNode[];
}

const byName = (one: UnitRow, other: UnitRow): number => one.name.localeCompare(other.name, 'zh-CN');

/** The register as trees. A unit whose upper one is not among those given stands at the top, so that none is lost. */
export function treesOf(units: readonly UnitRow[]): readonly UnitNode[] {
  const ids = new Set(units.map(({ unitId }) => unitId));
  const below = new Map<string | null, UnitRow[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const nodesOf = (parent: string | null): readonly UnitNode[] =>
    [...(below.get(parent) ?? [])].sort(byName).map((unit) => ({ unit, below: nodesOf(unit.unitId) }));
  return nodesOf(null);
}

/** The names above a unit, the highest first. */
export function pathAbove({ above }: UnitRow): readonly string[] {
  return [...above].reverse().map(({ name }) => name);
}
