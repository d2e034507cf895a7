import { type ReactElement } from 'react';
import { WORDS } from '../../words';
import { PasswordForm } from '../../forms/password-form';

/** Before anything else, a one-time password becomes one's own. */
export default function ChangePassword({ loginName }: { readonly loginName: string }): ReactElement {
  return (
    <main className="cover">
      <div className="sign-in panel">
        <h1>{WORDS.app.password.title}</h1>
        <p className="quiet">{WORDS.app.password.why}</p>
        <PasswordForm loginName={loginName} />
      </div>
    </main>
  );
}
