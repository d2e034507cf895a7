import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { FreshAccountNews } from '../../account-news/fresh-account-news';
import { reads } from '../../api/client';
import { useLedgerChoice } from '../../app/ledger-choice';
import { HOME_WORDS } from '../../words/home.words';
import { EntryList } from '../../inbox-entries/entry-list';
import { isFresh } from '../../inbox-entries/is-fresh';

const SHOWN = 5;

/** What has happened since I last looked at the notices. */
export function Changes(): ReactElement | null {
  const { chosen } = useLedgerChoice();
  const query = { box: 'news' as const, limit: SHOWN, ...(chosen === null ? {} : { ledgerId: chosen.ledgerId }) };
  const { data } = reads.useQuery('get', '/api/inbox', { params: { query } });
  const { data: seen } = reads.useQuery('get', '/api/me/seen');
  if (data === undefined || seen === undefined) return null;
  const fresh = data.entries.filter((entry) => isFresh(entry, seen.position));
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{HOME_WORDS.since}</h2>
      <FreshAccountNews seenUpTo={seen.position} />
      {fresh.length === 0 ? (
        <p className="quiet">{HOME_WORDS.sinceNone}</p>
      ) : (
        <EntryList entries={fresh} seenUpTo={seen.position} onAct={null} />
      )}
      <Link to="/inbox?box=news">{HOME_WORDS.all}</Link>
    </section>
  );
}
