import { Button } from 'antd';
import { type ReactElement, useEffect, useId, useRef } from 'react';
import { ACT_WORDS } from '../words/acts.words';

/** What is said and asked once more before an act that cannot be undone or reaches many. */
export interface Confirmation {
  /** What will happen. */
  readonly text: string;
  /** Its button is red. */
  readonly destructive?: boolean;
}

interface Props {
  readonly asked: Confirmation;
  /** The word of the button that asked. */
  readonly submit: string;
  readonly disabled: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

/**
 * The one short step between the form and its sending, in place of the form's buttons. It takes the focus itself, not its button, and
 * hears no second click of a double click: neither a held key nor a quick hand confirms what was not read.
 */
export function ConfirmStep({ asked, submit, disabled, onBack, onConfirm }: Props): ReactElement {
  const { text, destructive = false } = asked;
  const textId = useId();
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.focus(), []);
  return (
    <div ref={step} className="confirm-step" role="group" aria-labelledby={textId} tabIndex={-1}>
      <p id={textId}>{text}</p>
      <div className="confirm-acts">
        <Button onClick={onBack}>{ACT_WORDS.backToForm}</Button>
        <Button
          type="primary"
          danger={destructive}
          disabled={disabled}
          onClick={({ detail }) => {
            if (detail <= 1) onConfirm();
          }}
        >
          {ACT_WORDS.confirm(submit)}
        </Button>
      </div>
    </div>
  );
}
