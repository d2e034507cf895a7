import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { statusWord, type TaskStatus } from '#domain';

/** The word of a status. */
export function StatusTag({ status }: { readonly status: TaskStatus }): ReactElement {
  return <Tag variant="outlined">{statusWord(status)}</Tag>;
}
