import { type TaskDetail } from '../../api/answer';
import { isWorking } from '../../parts/lanes';

/**
 * True when the person's units owe nothing and have said 100 %: one more report is still open to them, but what comes next is to ask
 * for closure. A unit that was pressed to report once more did not find that.
 * @param own the units of the person's posts
 */
export function allDone({ lanes }: Pick<TaskDetail, 'lanes'>, own: ReadonlySet<string>): boolean {
  const working = lanes.filter((lane) => own.has(lane.unit.unitId) && isWorking(lane));
  return (
    working.length > 0 && working.every(({ owed, lastReport }) => owed.length === 0 && lastReport?.percent === 100)
  );
}
