import { reachesTarget } from './reaches';
import { type Ending, type Indicator, type Outcome, type SplitRule } from './task.parts';

/** A child as far as its parent adds it up. */
export interface ChildStanding {
  readonly ended: Ending | null;
  /** With what a closed one was closed. */
  readonly outcome: Outcome | null;
  /** As last reported; null while nothing was. */
  readonly percent: number | null;
  /** The latest value of each of its indicators. */
  readonly readings: readonly ChildReading[];
}

interface ChildReading extends Pick<Indicator, 'indicatorId' | 'op' | 'value' | 'max' | 'unit' | 'approximate'> {
  readonly reading: number | null;
}

/** A figure of the children: of how many it is, among how many. */
export interface RolledUp {
  /** In the indicator's own unit, in percent for the progress; null while no child tells anything. Of `all`, the number of children. */
  readonly value: number | null;
  readonly from: number;
  readonly of: number;
  /** By the rule `all`, how many more have an approximate target: a person judges them, and they are in neither count. Left out for none. */
  readonly approximate?: number;
}

/** The children that count: an entry made by mistake, or ended before it was done, is no part of the whole. */
function counted(children: readonly ChildStanding[]): readonly ChildStanding[] {
  return children.filter(({ ended }) => ended === null || ended === 'closed');
}

/**
 * The progress of the children in percent: one closed as `rectified` has done all, any other what it reported last, which of a silent one is
 * nothing. `from` counts those that have told.
 */
export function rolledProgress(rule: SplitRule['progress'], children: readonly ChildStanding[]): RolledUp {
  const all = counted(children);
  const closed = all.filter(({ ended }) => ended === 'closed').length;
  if (rule === 'all') return { value: share(closed, all.length), from: closed, of: all.length };
  const told = all.flatMap(({ outcome, percent }) => (outcome === 'rectified' ? 100 : percent) ?? []);
  const sum = told.reduce((total, percent) => total + percent, 0);
  return { value: told.length === 0 ? null : rounded(sum / all.length), from: told.length, of: all.length };
}

/**
 * An indicator over the children by its rule. `from` counts those that have a reading in the unit of the whole, of `all` those whose own
 * target is reached, among those whose target is exact.
 */
export function rolledIndicator(
  { indicatorId, rule, unit }: SplitRule['indicators'][number] & Pick<Indicator, 'unit'>,
  children: readonly ChildStanding[],
): RolledUp {
  const all = counted(children).flatMap(({ readings }) => readings.filter((each) => each.indicatorId === indicatorId));
  if (rule === 'all') {
    const judged = all.filter(({ approximate }) => !approximate);
    const met = judged.filter((each) => each.reading !== null && reachesTarget(each, each.reading) === true).length;
    const approximate = all.length - judged.length;
    return { value: met, from: met, of: judged.length, ...(approximate > 0 ? { approximate } : {}) };
  }
  const values = all.flatMap((each) => (each.unit === unit ? (each.reading ?? []) : []));
  const sum = values.reduce((total, value) => total + value, 0);
  const value = rule === 'sum' ? sum : sum / values.length;
  return { value: values.length === 0 ? null : rounded(value), from: values.length, of: all.length };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded((part / whole) * 100);
}

/** Two decimals: sums of decimal readings carry binary noise. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
