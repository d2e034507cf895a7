import { type SplitRule } from '#domain';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.children;

/** A figure of the children, as they are added up. */
interface Rolled {
  readonly value: number | null;
  readonly from: number;
  readonly of: number;
}

/** The progress of the children by the stated rule, and of how many it is. */
export function progressText(rule: SplitRule['progress'], { value, from, of }: Rolled): string {
  if (value === null) return words.noProgress;
  return rule === 'all' ? words.closedShare(value, from, of) : words.averageProgress(value, from, of);
}

/** An indicator over the children by the stated rule, and of how many it is. */
export function indicatorText(
  { name, unit }: { readonly name: string; readonly unit: string },
  rule: string,
  { value, from, of }: Rolled,
): string {
  if (value === null) return words.noReading(name);
  const figure = `${String(value)}${unit}`;
  if (rule === 'all') return words.reached(name, from, of);
  return rule === 'sum' ? words.sum(name, figure, from, of) : words.average(name, figure, from, of);
}
