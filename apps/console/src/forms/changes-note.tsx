import { Alert } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { WORDS } from '../words';
import { type Change, ChangesList } from './changes-list';

interface Props {
  /** What others did since the form was opened, the oldest first. */
  readonly changes: readonly Change[];
  /** How the person goes on from here. */
  readonly children: ReactNode;
}

/** Above a form whose subject others have moved on: what they did, and how to go on. What was typed stays. */
export function ChangesNote({ changes, children }: Props): ReactElement {
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      role="alert"
      title={WORDS.parts.conflict}
      description={
        <>
          <ChangesList changes={changes} />
          {children}
        </>
      }
    />
  );
}
