import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { TextItem } from '../../forms/text-item';
import { type Timeline } from '../../telling';
import { StillOwed } from '../parts/still-owed';
import { owedCondition } from './conditions';
import { words } from './words';

interface Props extends Pick<Timeline, 'steps'> {
  readonly task: Pick<TaskDetail, 'indicators' | 'lanes' | 'limits' | 'policy'>;
}

/** What each unit still owes, with the reason that it gave, and why the task is closed all the same, or that the rules refuse it. */
export function OwedItems({ task, steps }: Props): ReactElement {
  const refused = owedCondition(task);
  if (refused !== null) {
    return (
      <>
        <StillOwed task={task} steps={steps} />
        <Alert className="notice" type="warning" showIcon title={refused} />
      </>
    );
  }
  return (
    <>
      <StillOwed task={task} steps={steps} />
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
