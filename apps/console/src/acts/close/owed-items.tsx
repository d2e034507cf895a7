import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { TextItem } from '../../forms/text-item';
import { DuePartList } from '../../parts/task-facts/due-part-list';
import { words } from './words';

/** What each unit still owes, and why the task is closed all the same. */
export function OwedItems({ task }: { readonly task: Pick<TaskDetail, 'lanes' | 'limits'> }): ReactElement {
  const owing = task.lanes.filter(({ owed }) => owed.length > 0);
  const count = owing.reduce((sum, { owed }) => sum + owed.length, 0);
  return (
    <>
      <Alert
        className="notice"
        type="warning"
        showIcon
        title={words.fields.owed(count)}
        description={owing.map(({ unit, owed }) => (
          <div key={unit.unitId}>
            <div>{unit.name}</div>
            <DuePartList parts={owed} task={task} />
          </div>
        ))}
      />
      <TextItem
        name="owedReason"
        label={words.fields.owedReason}
        required
        max={2_000}
        rows={3}
        extra={words.fields.owedExtra}
      />
    </>
  );
}
