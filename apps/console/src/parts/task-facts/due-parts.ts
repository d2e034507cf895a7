import { periodById, recurrenceSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { limitWords, periodWord } from '../../telling';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.limits;

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

/**
 * The day of a part: of a period whose day is not its last one, both: 2026年12月 with a bare 2026-12-09 was read as a slip.
 * @param recurrence of its limit; null for a dated one
 */
export function partDayWords(
  { period, due }: { readonly period: string | null; readonly due: string },
  recurrence: string | null,
): string {
  const rhythm = recurrenceSchema.safeParse(recurrence);
  if (period === null || !rhythm.success) return words.due(due);
  const last = periodById(rhythm.data, period).to;
  return due < last ? words.dueBeforeEnd(due, last) : words.due(due);
}

/** Each part once, in the order given: several leads owe or have done the same. */
export function eachPartOnce<Part extends DuePart>(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [partKey(part), part])).values()];
}
