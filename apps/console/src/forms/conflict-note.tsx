import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type Step } from '../telling';
import { WORDS } from '../words';
import { ChangesNote } from './changes-note';

interface Props {
  /** What others did since the form was opened, the oldest first. */
  readonly steps: readonly Step[];
  /** The word of the button that sends the form. */
  readonly submit: string;
  /** Takes the form as filled on the task as it is now; null once that has been said. */
  readonly onGoOn: (() => void) | null;
  /** Leaves the form, where what others did has closed the act: there is nothing to go on with; null while it is open. */
  readonly onLeave: (() => void) | null;
}

/** What others did meanwhile. What was typed stays, and is sent only when the person sends it: it may not fit any more. */
export function ConflictNote({ steps, submit, ...ways }: Props): ReactElement {
  return (
    <ChangesNote changes={steps}>
      <WayOn {...ways} submit={submit} />
    </ChangesNote>
  );
}

function WayOn({ submit, onGoOn, onLeave }: Omit<Props, 'steps'>): ReactElement {
  if (onLeave !== null) {
    return (
      <Button size="small" onClick={onLeave}>
        {WORDS.parts.close}
      </Button>
    );
  }
  if (onGoOn === null) return <p>{WORDS.parts.goneOn(submit)}</p>;
  return (
    <Button size="small" onClick={onGoOn}>
      {WORDS.parts.goOn}
    </Button>
  );
}
