import { daysBetween, type TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { periodWord, termsWord } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';

type Move = z.infer<(typeof TASK_EVENTS)['limit.moved']['schema']>;

/** 将时限“…”由 X 改为 Y: the move of a limit, or of one of its periods. */
export function movedText({ from, to, period, stood }: Move, limit: string): string {
  // The rhythm stays: what moves is the days of its periods.
  if (stood !== undefined && to.recurrence !== null) {
    return T.periodsPostponed(limit, daysBetween(stood.from, stood.to));
  }
  const moved = period === null ? limit : T.periodOf(limit, periodWord(period));
  const [former, next] = period === null ? [termsWord(from), termsWord(to)] : [from.due, to.due];
  if (next === null) return T.dueCleared(moved);
  return former === null ? T.dueSet(moved, next) : T.dueMoved(moved, former, next);
}
