import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { WORDS } from '../words';

/** Says that what was typed before has come back, and offers to begin anew. */
export function DraftNote({ onDrop }: { readonly onDrop: () => void }): ReactElement {
  return (
    <Alert
      className="notice"
      type="info"
      showIcon
      title={WORDS.parts.draftKept}
      action={
        <Button size="small" onClick={onDrop}>
          {WORDS.parts.draftDrop}
        </Button>
      }
    />
  );
}
