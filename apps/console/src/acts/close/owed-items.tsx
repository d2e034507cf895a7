import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { TextItem } from '../../forms/text-item';
import { StillOwed } from '../parts/still-owed';
import { words } from './words';

/** What each unit still owes, and why the task is closed all the same. */
export function OwedItems({ task }: { readonly task: Pick<TaskDetail, 'lanes' | 'limits'> }): ReactElement {
  return (
    <>
      <StillOwed task={task} />
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
