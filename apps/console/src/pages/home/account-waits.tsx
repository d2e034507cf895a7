import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { dayInShanghai } from '#domain';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { mayAnywhere, useMe } from '../../app/session';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { HOME_WORDS } from '../../words/home.words';

const words = HOME_WORDS.accounts;
const PLACE = '/system/people';

/** What waits for a second administrator: a sentence, then a row for each request. Whoever asked or is concerned does not decide. */
export function AccountWaits(): ReactElement {
  const me = useMe();
  const { data, error, refetch } = reads.useQuery('get', '/api/account-proposals', {});
  if (data === undefined) {
    return error === null ? <PageLoading /> : <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  }
  const open = data.proposals.filter(({ result }) => result === null);
  const decides = mayAnywhere(me, 'account.decide-proposal');
  const own = open.filter(
    ({ askedBy, accountId }) => decides && askedBy.accountId !== me.accountId && accountId !== me.accountId,
  );
  return (
    <>
      <p className="home-sentence">
        {words.sentence(own.length, open.length - own.length, Math.max(0, ...own.map(({ waited }) => waited ?? 0)))}
      </p>
      {open.length > 0 && (
        <ul className="home-lines">
          {open.map(({ proposalId, name, post, askedBy, askedAt, waited, late }) => (
            <li key={proposalId}>
              <Link to={PLACE}>
                {post === null ? words.reset(name) : words.grant(name, post.unit.name, WORDS.terms.roles[post.role])}
              </Link>
              <span className="quiet">{words.by(askedBy.name, dayInShanghai(askedAt))}</span>
              {waited !== null && waited > 0 && (
                <span className={late ? 'lamp-late' : 'quiet'}>
                  {words.waited(waited)}
                  {late && ` · ${words.late}`}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
