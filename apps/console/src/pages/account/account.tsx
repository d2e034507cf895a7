import { type ReactElement } from 'react';
import { PageHead } from '../../parts/page-head';
import { useMe } from '../../app/session';
import { WORDS } from '../../words';
import { PasswordForm } from '../sign-in/password-form';

/** My own account: my posts and my password. */
export default function Account(): ReactElement {
  const me = useMe();
  return (
    <>
      <PageHead title={WORDS.app.account} />
      <section className="panel one-column">
        <h2>{me.displayName}</h2>
        <ul>
          {me.posts.map((post) => (
            <li key={post.postId}>
              {post.unitName} {WORDS.terms.roles[post.role]}
              <span className="quiet"> {post.ledgerName ?? WORDS.app.allLedgers}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel one-column">
        <h2>{WORDS.app.password.title}</h2>
        <PasswordForm loginName={me.loginName} />
      </section>
    </>
  );
}
