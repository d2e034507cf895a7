import { type ReactElement } from 'react';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { ProblemNote } from '../../parts/problem-note';
import { EMPTY_COURSE, momentInShanghai } from '../../telling';
import { lineOf, sentenceOf } from '../../timeline';
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
      <ul>
        {data.entries.map((entry) => (
          <li key={entry.position}>
            <span className="quiet number">{momentInShanghai(entry.recordedAt)}</span>{' '}
            {lineOf(sentenceOf(entry, EMPTY_COURSE))}
          </li>
        ))}
      </ul>
    </section>
  );
}
