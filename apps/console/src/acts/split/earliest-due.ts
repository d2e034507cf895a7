import { isDay } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { rowsOf, type SplitValues } from './split-rows';

/** The earliest day, from today on, on which one of the children is due; null where none has a day. Nobody answers an assignment after that. */
export function earliestDue(
  values: SplitValues,
  task: Pick<TaskDetail, 'title' | 'limits'>,
  today: string,
): string | null {
  const inherited = task.limits.flatMap(({ due, recurrence }) => (recurrence === null && due !== null ? [due] : []));
  const days = rowsOf(values, task).flatMap(({ key, due }) => {
    const own = values.own[key]?.due ?? due;
    return own === null ? inherited : [own];
  });
  return (
    days
      .filter((day) => isDay(day) && day >= today)
      .sort()
      .at(0) ?? null
  );
}
