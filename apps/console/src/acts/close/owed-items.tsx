import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { TextItem } from '../../forms/text-item';
import { type Timeline } from '../../telling';
import { StillOwed } from '../parts/still-owed';
import { words } from './words';

interface Props extends Pick<Timeline, 'steps'> {
  readonly task: Pick<TaskDetail, 'lanes' | 'limits'>;
}

/** What each unit still owes, with the reason that it gave, and why the task is closed all the same. */
export function OwedItems({ task, steps }: Props): ReactElement {
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
