import { type DraftContent } from '#domain';
import { type Chance } from '../../chance';

type Indicator = DraftContent['indicators'][number];

/** Where an indicator began and how it moves towards its target. */
export interface Course {
  readonly indicator: Indicator;
  readonly from: number;
}

/** Chooses where the indicators of a task stand before it begins. */
export function coursesOf(indicators: readonly Indicator[], chance: Chance): Course[] {
  return indicators.map((indicator) => ({ indicator, from: beginningOf(indicator, chance) }));
}

/** The value when so much of the way is gone (0 to 1): the target at 1, with a little chance before it. */
export function valueAt({ indicator, from }: Course, share: number, chance: Chance): number {
  const target = indicator.value;
  const sway = share >= 1 ? 0 : chance.integer(-3, 3) / 100;
  const gone = Math.min(1, Math.max(0, share + sway));
  return rounded(from + (target - from) * gone, indicator);
}

/** Shares of a whole begin at some part of the target, counts at nothing, and what is to fall begins above. */
function beginningOf(indicator: Indicator, chance: Chance): number {
  const { op, value } = indicator;
  if (op === '<=') return rounded((value * chance.integer(140, 190)) / 100, indicator);
  return isShare(indicator) ? rounded((value * chance.integer(55, 78)) / 100, indicator) : 0;
}

function isShare({ unit }: Indicator): boolean {
  return unit.includes('%') || unit.includes('百分');
}

function rounded(value: number, indicator: Indicator): number {
  return isShare(indicator) ? Math.round(value * 10) / 10 : Math.round(value);
}
