import { type ReactElement } from 'react';
import { type Me } from '../../api/answer';
import { useMe } from '../../app/session';
import { PageHead } from '../../parts/page-head';
import { PracticeButton } from '../../people/practice-button';
import { WORDS } from '../../words';
import { PEOPLE_WORDS } from '../../words/people.words';
import { SYSTEM_WORDS } from '../../words/system.words';
import { PasswordForm } from '../../forms/password-form';
import '../../parts/card-table.css';
import './account.css';
import { AccountNews } from './account-news';
import { Tokens } from './tokens';

const words = SYSTEM_WORDS.account;

/** My own account: my posts, what others did to it, my password, my access tokens, and where to practise. */
export default function Account(): ReactElement {
  const me = useMe();
  return (
    <>
      <PageHead title={WORDS.app.account} beside={<span className="quiet">{words.loginName(me.loginName)}</span>} />
      <section className="panel">
        <h2>{words.posts}</h2>
        <MyPosts posts={me.posts.filter(({ practice }) => practice !== true)} />
      </section>
      <AccountNews />
      <section className="panel one-column">
        <h2>{WORDS.app.password.title}</h2>
        <PasswordForm loginName={me.loginName} />
      </section>
      <section className="panel one-column">
        <h2>{words.practice}</h2>
        <p>{PEOPLE_WORDS.practice.what}</p>
        <PracticeButton />
      </section>
      <Tokens />
    </>
  );
}

function MyPosts({ posts }: Pick<Me, 'posts'>): ReactElement {
  if (posts.length === 0) return <p className="quiet">{WORDS.app.noPost}</p>;
  return (
    <table className="card-table">
      <caption>{words.posts}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.role}</th>
          <th scope="col">{words.columns.unit}</th>
          <th scope="col">{words.columns.ledger}</th>
          <th scope="col">{words.columns.may}</th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={post.postId}>
            <td>
              <strong>{WORDS.terms.roles[post.role]}</strong>
            </td>
            <td data-label={words.columns.unit}>{post.unitName}</td>
            <td data-label={words.columns.ledger}>{post.ledgerName ?? WORDS.app.allLedgers}</td>
            <td>{post.role === 'engine' ? '' : PEOPLE_WORDS.mayDo[post.role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
