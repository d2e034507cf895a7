import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { TextItem } from '../../forms/text-item';
import { owedCondition } from './conditions';
import { words } from './words';

interface Props {
  readonly task: Pick<TaskDetail, 'indicators' | 'lanes' | 'policy'>;
}

/** Why a task is closed over what is still owed, or that its rules refuse it. */
export function OwedReasonItem({ task }: Props): ReactElement {
  const refused = owedCondition(task);
  if (refused !== null) return <Alert className="notice" type="warning" showIcon title={refused} />;
  return (
    <TextItem
      name="owedReason"
      label={words.fields.owedReason}
      required
      max={2_000}
      rows={3}
      extra={words.fields.owedExtra}
    />
  );
}
