import { type Ending, type SplitRule } from '#domain';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.children;

/** A figure of the children, as they are added up. */
interface Rolled {
  readonly value: number | null;
  readonly from: number;
  readonly of: number;
}

/** False where every child was ended before it was done: nothing is added up. */
export function isOfSome({ of }: Pick<Rolled, 'of'>): boolean {
  return of > 0;
}

/** The progress of the children by the stated rule, and of how many it is. */
export function progressText(rule: SplitRule['progress'], { value, from, of }: Rolled): string {
  if (value === null) return words.noProgress(from, of);
  return rule === 'all' ? words.closedShare(value, from, of) : words.averageProgress(value, from, of);
}

/** An indicator over the children by the stated rule, and of how many it is. */
export function indicatorText(
  { name, unit }: { readonly name: string; readonly unit: string },
  rule: string,
  { value, from, of }: Rolled,
): string {
  if (value === null) return words.noReading(name, from, of);
  const figure = `${String(value)}${unit}`;
  if (rule === 'all') return words.reached(name, from, of);
  return rule === 'sum' ? words.sum(name, figure, from, of) : words.average(name, figure, from, of);
}

type Ended = Ending | null;

/** 共 3 项，已销号 1 项，已作废 1 项，办理中 1 项: how each has ended, since a terminated one is not a closed one. */
export function standingText(tasks: readonly { readonly ended: Ended }[]): string {
  const endings: readonly Ended[] = ['closed', 'terminated', 'voided', null];
  const counts = endings.flatMap((ending) => {
    const count = tasks.filter(({ ended }) => ended === ending).length;
    const word = ending === null ? words.goOn : WORDS.events.values.endings[ending];
    return count === 0 ? [] : [words.some(word, count)];
  });
  return [words.total(tasks.length), ...counts].join(words.and);
}
