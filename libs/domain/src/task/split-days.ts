import { type Day } from '../calendar';
import { isRejection, reject, type Rejection } from '../shared/rejection';
import { answerFor, type PastDays } from './past-days';
import { type Limit } from './task.parts';
import { type LimitState } from './task.state';

/** What children get: the limits of the parent, or limits of their own. */
interface Parts<Content, Child> {
  readonly content: Content;
  readonly children: readonly Child[];
}

interface WithLimits {
  readonly limits: readonly Limit[];
}

type Answers = Exclude<PastDays, 'keep'>;

const DUE_PASSED = reject('TASK.DUE_PASSED', '子任务有时限已过，请为其填写新的日期，或选择保留原日期后再分解。');

/**
 * What children get, with each day that is over moved or kept as the split says; an answer holds for the limit of that id in every child.
 * Splitting is assigning: it took such days silently where assigning asked, and the child was late before it began.
 * @returns a refusal unless every day that is over is answered for
 */
export function settledParts<Content extends WithLimits, Child extends { readonly limits?: readonly Limit[] }>(
  { content, children }: Parts<Content, Child>,
  answers: PastDays | undefined,
  today: Day,
) {
  // Where each child has limits of its own, nobody gets those of the parent.
  const handedDown = children.some(({ limits }) => limits === undefined) ? content.limits : [];
  const given = [...handedDown, ...children.flatMap(({ limits = [] }) => limits)];
  const fault = answers === 'keep' ? null : firstFault(given, answers ?? [], today);
  if (fault) return fault;
  const settled = <Part extends { readonly limits?: readonly Limit[] }>(part: Part) =>
    part.limits ? { ...part, limits: part.limits.map((limit) => withNewDay(limit, answers, today)) } : part;
  return { content: settled(content), children: children.map(settled) };
}

function firstFault(limits: readonly Limit[], answers: Answers, today: Day): Rejection | null {
  const found = limits
    .filter((limit) => isPast(limit, today))
    .map(({ limitId }) => answerFor(limitId, answers, today) ?? DUE_PASSED);
  return found.find(isRejection) ?? null;
}

/** A limit on the day that the split gives it, where its own is over. */
export function withNewDay<Each extends Dated>(limit: Each, answers: PastDays | undefined, today: Day): Each {
  if (answers === undefined || answers === 'keep' || !isPast(limit, today)) return limit;
  const due = answers.find(({ limitId }) => limitId === limit.limitId)?.due ?? null;
  return due === null ? limit : { ...limit, due };
}

type Dated = Pick<LimitState, 'limitId' | 'due' | 'recurrence'>;

function isPast({ due, recurrence }: Dated, today: Day): boolean {
  return recurrence === null && due !== null && due < today;
}
