import { type TaskDetail } from '../../api/answer';
import { limitWords, periodWord } from '../../telling';
import { WORDS } from '../../words';

/** A dated limit (period null) or one period of a recurring one, with its day. */
export type DuePart = TaskDetail['lanes'][number]['owed'][number];

/** A task, as far as its limits have names. */
export interface WithLimits {
  readonly limits: readonly Pick<TaskDetail['limits'][number], 'limitId' | 'what' | 'sourceText'>[];
}

/** Tells parts of a task apart, as in the values of a form. */
export function partKey({ limitId, period }: Pick<DuePart, 'limitId' | 'period'>): string {
  return period === null ? limitId : `${limitId}/${period}`;
}

/** What a part is called: its limit's words, behind its period where it has one. */
export function partWords({ limitId, period }: DuePart, { limits }: WithLimits): string {
  const limit = limits.find((each) => each.limitId === limitId);
  const name = (limit === undefined ? '' : limitWords(limit, limits)) || WORDS.terms.limit;
  return period === null ? name : `${periodWord(period)} ${name}`;
}

/** Each part once, in the order given: several leads owe or have done the same. */
export function eachPartOnce<Part extends DuePart>(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [partKey(part), part])).values()];
}
