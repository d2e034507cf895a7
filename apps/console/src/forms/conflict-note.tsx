import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { momentInShanghai, type Step } from '../telling';
import { WORDS } from '../words';

interface Props {
  /** What others did since the form was opened, the oldest first. */
  readonly steps: readonly Step[];
  /** Goes on with the task as it is now. */
  readonly onGoOn: () => void;
}

/** What others did meanwhile, and the way on in one click. What was typed stays. */
export function ConflictNote({ steps, onGoOn }: Props): ReactElement {
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
          <Button type="primary" size="small" onClick={onGoOn}>
            {WORDS.parts.goOn}
          </Button>
        </>
      }
    />
  );
}
