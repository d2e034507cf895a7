import { type TaskDetail } from '../../api/answer';
import { type OwnValues, type SplitRow, type SplitValues } from './split-rows';

/** The target that a child is given: its own, or where nothing was said of it, that of its parent. Null where it was emptied, which inherits too. */
export function shownTarget({ targets = {} }: OwnValues, indicatorId: string, whole: number): number | null {
  const own = targets[indicatorId];
  return own === undefined ? whole : own;
}

interface TargetSum {
  readonly indicatorId: string;
  readonly name: string;
  /** With their unit. */
  readonly sum: string;
  readonly whole: string;
}

/**
 * The indicators that are added up and whose children together ask for another figure than their parent: each child begins with the
 * whole target, and what nobody divides is asked for several times.
 */
export function targetSums(
  rows: readonly SplitRow[],
  own: Readonly<Record<string, OwnValues>>,
  rules: SplitValues['indicators'],
  { indicators }: Pick<TaskDetail, 'indicators'>,
): readonly TargetSum[] {
  if (rows.length === 0) return [];
  return (
    indicators
      // About 21 beds is no figure that a sum falls short of.
      .filter(({ indicatorId, approximate }) => rules[indicatorId] === 'sum' && !approximate)
      .flatMap(({ indicatorId, name, value, unit }) => {
        const targets = rows.map(({ key }) => shownTarget(own[key] ?? {}, indicatorId, value) ?? value);
        const sum = targets.reduce((total, each) => total + each, 0);
        // Not while a text stands in a field that is no number.
        if (Number.isNaN(sum) || sum === value) return [];
        return [{ indicatorId, name, sum: `${String(sum)}${unit}`, whole: `${String(value)}${unit}` }];
      })
  );
}
