import { Alert, App, Button, Input } from 'antd';
import { type ReactElement } from 'react';
import { SYSTEM_WORDS } from '../../words/system.words';

const words = SYSTEM_WORDS.tokens;

/** A token just made. Its secret is on this page and nowhere else. */
export interface NewTokenSecret {
  readonly name: string;
  readonly secret: string;
}

/** Shows a new token's secret this once. */
export function NewToken({
  made,
  onSaved,
}: {
  readonly made: NewTokenSecret;
  readonly onSaved: () => void;
}): ReactElement {
  const { message } = App.useApp();
  // Without a secure address the browser has no clipboard for us: the field is there to copy from.
  const copy = (): void => {
    if (!window.isSecureContext) return;
    void navigator.clipboard.writeText(made.secret).then(() => message.success(words.copied));
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={`${words.created} ${made.name}`}
      description={
        <>
          <p>{words.once}</p>
          <div className="token-secret">
            <Input aria-label={words.secret} readOnly value={made.secret} onFocus={(event) => event.target.select()} />
            {window.isSecureContext && <Button onClick={copy}>{words.copy}</Button>}
            <Button type="primary" onClick={onSaved}>
              {words.saved}
            </Button>
          </div>
        </>
      }
    />
  );
}
