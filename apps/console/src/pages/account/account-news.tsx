import { type ReactElement } from 'react';
import { AccountNewsLines } from '../../account-news/account-news-lines';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { ProblemNote } from '../../parts/problem-note';
import { SYSTEM_WORDS } from '../../words/system.words';

const words = SYSTEM_WORDS.account;

/** What others did to one's own account in the last 30 days: posts, resets, disabling. Nothing is shown where nothing was done. */
export function AccountNews(): ReactElement | null {
  const { data, error } = reads.useQuery('get', '/api/account-news', {});
  if (error !== null) return <ProblemNote problem={problemOf(error)} />;
  if (data === undefined || data.entries.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words.news}</h2>
      <AccountNewsLines entries={data.entries} />
    </section>
  );
}
