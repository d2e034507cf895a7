import { type TaskDetail } from '../../api/answer';
import { limitWords, periodWord, recurrenceWord } from '../../telling';

type LimitStand = TaskDetail['limits'][number];

/** Limits of a task as something that can be ticked: their words, and their day or the period that is owed. */
export function limitOptions(
  offered: readonly LimitStand[],
  { limits }: Pick<TaskDetail, 'limits'>,
): { value: string; label: string }[] {
  return offered.map((limit) => ({
    value: limit.limitId,
    label: [limitWords(limit, limits), dayWord(limit)].filter(Boolean).join(' '),
  }));
}

function dayWord({ due, recurrence, openPeriods }: LimitStand): string | null {
  const [owed] = openPeriods;
  if (recurrence === null) return due;
  return [recurrenceWord(recurrence), owed && periodWord(owed.period)].filter(Boolean).join(' ');
}
