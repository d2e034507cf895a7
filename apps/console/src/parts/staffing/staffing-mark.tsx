import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { ENDED, type TaskStatus } from '#domain';
import { WORDS } from '../../words';
import { type Lack, worstLack } from './staffing';
import { useStaffing } from './use-staffing';

const words = WORDS.parts.staffing;

/** Beside the name of a unit that cannot act by itself; in full where the pointer rests. */
export function StaffingMark({ lack }: { readonly lack: Lack | null }): ReactElement | null {
  if (lack === null) return null;
  return (
    <Tag variant="outlined" title={words[lack]}>
      {words.marks[lack]}
    </Tag>
  );
}

interface TaskProps {
  readonly task: { readonly ledgerId: string; readonly status: TaskStatus };
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
}

/** The same beside the units of a task that goes on. */
export function StaffingMarkOf({ task: { ledgerId, status }, units }: TaskProps): ReactElement | null {
  const lack = worstLack(units, useStaffing(ledgerId));
  return ENDED.includes(status) ? null : <StaffingMark lack={lack} />;
}
