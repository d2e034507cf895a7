import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { blockingProblem } from '../../../api/blocking-problem';
import { reads } from '../../../api/client';
import { mayAnywhere, useMe } from '../../../app/session';
import { EmptyNote } from '../../../parts/empty-note';
import { PageLoading } from '../../../parts/page-loading';
import { ProblemNote } from '../../../parts/problem-note';
import { PostGapsNote } from '../../../people/post-gaps/post-gaps-note';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { AccountProposals } from './account-proposals';
import { AdministratorNotes } from './administrator-notes';
import { AccountDrawer } from './account-drawer';
import { type ListedAccount, matching, postsByUnit, stateOf, withPosts } from './account-list';
import { AddPeople } from './add-people';
import { StateWord } from './state-word';

const words = SYSTEM_WORDS.people;

/** Who has an account, with which posts; and what an administrator does with them. */
export default function PeoplePage(): ReactElement {
  const me = useMe();
  const [text, setText] = useState('');
  const [managed, setManaged] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const accounts = reads.useQuery('get', '/api/accounts', {});
  const posts = reads.useQuery('get', '/api/posts', {});
  if (adding) return <AddPeople onDone={() => setAdding(false)} />;
  const problem = blockingProblem(accounts, posts);
  if (problem !== null) return <ProblemNote problem={problem} />;
  if (accounts.data === undefined || posts.data === undefined) return <PageLoading />;
  const all = withPosts(accounts.data.accounts, posts.data.posts);
  const shown = matching(all, text);
  const chosen = all.find(({ account }) => account.accountId === managed) ?? null;
  return (
    <>
      <AdministratorNotes all={all} />
      <PostGapsNote />
      <AccountProposals />
      <section className="panel">
        <div className="list-head">
          <Input.Search
            className="list-search"
            aria-label={words.search}
            placeholder={words.searchHint}
            allowClear
            onChange={(event) => setText(event.target.value)}
          />
          <span className="quiet" role="status">
            {words.count(shown.length, all.length)}
          </span>
          {mayAnywhere(me, 'account.create') && (
            <span className="acts">
              <Button type="primary" onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            </span>
          )}
        </div>
        {shown.length === 0 ? <EmptyNote why={words.none} /> : <AccountTable listed={shown} onManage={setManaged} />}
        <AccountDrawer listed={chosen} all={all} onClose={() => setManaged(null)} />
      </section>
    </>
  );
}

interface TableProps {
  readonly listed: readonly ListedAccount[];
  readonly onManage: (accountId: string) => void;
}

function AccountTable({ listed, onManage }: TableProps): ReactElement {
  return (
    <table className="card-table">
      <caption>{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.loginName}</th>
          <th scope="col">{words.columns.posts}</th>
          <th scope="col">{words.columns.state}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {listed.map(({ account, posts }) => (
          <tr key={account.accountId}>
            <td>
              <strong>{account.displayName}</strong>
            </td>
            <td data-label={words.columns.loginName}>{account.loginName}</td>
            <td>
              <PostWords posts={posts} />
            </td>
            <td data-label={words.columns.state}>
              <StateWord state={stateOf(account)} />
            </td>
            <td className="act">
              <Button
                type="link"
                aria-label={words.manageOf(account.displayName)}
                onClick={() => onManage(account.accountId)}
              >
                {words.manage}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PostWords({ posts }: Pick<ListedAccount, 'posts'>): ReactElement {
  const lines = postsByUnit(posts);
  if (lines.length === 0) return <span className="quiet">{words.noPosts}</span>;
  return (
    <ul className="plain-lines">
      {lines.map(({ unit, roles }) => (
        <li key={unit}>
          {unit} {roles.join(WORDS.parts.and)}
        </li>
      ))}
    </ul>
  );
}
