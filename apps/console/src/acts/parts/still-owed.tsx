import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DuePartList } from '../../parts/task-facts/due-part-list';
import { WORDS } from '../../words';

const words = WORDS.acts.check;

/** The limits and periods that each unit has not done, so that nobody decides without having seen them. Says so where there are none. */
export function StillOwed({ task }: { readonly task: Pick<TaskDetail, 'lanes' | 'limits'> }): ReactElement | null {
  const owing = task.lanes.filter(({ owed }) => owed.length > 0);
  const count = owing.reduce((sum, { owed }) => sum + owed.length, 0);
  if (count === 0) return task.limits.length === 0 ? null : <p className="quiet">{words.nothingOwed}</p>;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={words.owed(count)}
      description={owing.map(({ unit, owed }) => (
        <div key={unit.unitId}>
          <div>{unit.name}</div>
          <DuePartList parts={owed} task={task} />
        </div>
      ))}
    />
  );
}
