import { type Ending, isEnded, type SplitRule, statusWord, TASK_STATUSES, type TaskStatus } from '#domain';
import { EVENT_WORDS } from '../../words/events.words';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.children;

/** A figure of the children, as they are added up. */
interface Rolled {
  readonly value: number | null;
  readonly from: number;
  readonly of: number;
  /** How many more have an approximate target, which a person judges. */
  readonly approximate?: number;
}

/** False where every child was ended before it was done: nothing is added up. */
export function isOfSome({ of, approximate = 0 }: Pick<Rolled, 'of' | 'approximate'>): boolean {
  return of + approximate > 0;
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
  { value, from, of, approximate = 0 }: Rolled,
): string {
  if (value === null) return words.noReading(name, from, of);
  const figure = `${String(value)}${unit}`;
  if (rule === 'all') {
    if (approximate === 0) return words.reached(name, from, of);
    return of === 0 ? words.allToJudge(name, approximate) : words.reachedToJudge(name, from, of, approximate);
  }
  return rule === 'sum' ? words.sum(name, figure, from, of) : words.average(name, figure, from, of);
}

interface Child {
  readonly ended: Ending | null;
  /** Null while it is being made, or where its own course tells how it stood. */
  readonly standing: { readonly status: TaskStatus } | null;
}

/** Beside endings and statuses: not made yet, or not known. */
const UNKNOWN = 'unknown';
const ENDINGS: readonly Ending[] = ['closed', 'terminated', 'voided'];
type Place = Ending | TaskStatus | typeof UNKNOWN;
/** In the order in which they are told. */
const PLACES: readonly Place[] = [...ENDINGS, ...TASK_STATUSES.filter((status) => !isEnded({ status })), UNKNOWN];

/** 共 3 项，已销号 1 项，办理中 1 项，待签收 1 项: how each has ended, since a terminated one is not a closed one, and where the others stand. */
export function standingText(tasks: readonly Child[]): string {
  const places = tasks.map(({ ended, standing }) => ended ?? standing?.status ?? UNKNOWN);
  const counts = PLACES.flatMap((place) => {
    const count = places.filter((each) => each === place).length;
    return count === 0 ? [] : [words.some(placeWord(place), count)];
  });
  return [words.total(tasks.length), ...counts].join(words.and);
}

function placeWord(place: Place): string {
  if (place === UNKNOWN) return words.unended;
  const ending = ENDINGS.find((each) => each === place);
  return ending === undefined ? statusWord(place) : EVENT_WORDS.values.endings[ending];
}
