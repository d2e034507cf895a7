import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { statusWord, type TaskStatus } from '#domain';
import { WORDS } from '../words';

interface Props {
  readonly status: TaskStatus;
  /** A unit asks for more time: a mark beside the status. */
  readonly extensionAsked?: boolean;
}

/** The word of a status. */
export function StatusTag({ status, extensionAsked = false }: Props): ReactElement {
  return (
    <>
      <Tag variant="outlined">{statusWord(status)}</Tag>
      {extensionAsked && <Tag variant="outlined">{WORDS.parts.proposals.mark}</Tag>}
    </>
  );
}
