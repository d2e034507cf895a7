import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { momentInShanghai, type Step } from '../telling';
import { WORDS } from '../words';

interface Props {
  /** What others did since the form was opened, the oldest first. */
  readonly steps: readonly Step[];
  /** The word of the button that sends the form. */
  readonly submit: string;
  /** Takes the form as filled on the task as it is now; null once that has been said. */
  readonly onGoOn: (() => void) | null;
}

/** What others did meanwhile. What was typed stays, and is sent only when the person sends it: it may not fit any more. */
export function ConflictNote({ steps, submit, onGoOn }: Props): ReactElement {
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      role="alert"
      title={WORDS.parts.conflict}
      description={
        <>
          <ul className="plain-list">
            {steps.map(({ entry, text, quote }) => (
              <li key={entry.eventId}>
                {text}
                {quote !== '' && <span className="quiet">{` ${quote}`}</span>}
                <div className="quiet number">{`${entry.actor.name} ${momentInShanghai(entry.recordedAt)}`}</div>
              </li>
            ))}
          </ul>
          {onGoOn === null ? (
            <p>{WORDS.parts.goneOn(submit)}</p>
          ) : (
            <Button size="small" onClick={onGoOn}>
              {WORDS.parts.goOn}
            </Button>
          )}
        </>
      }
    />
  );
}
