import { type ReactElement } from 'react';
import { EMPTY_COURSE, momentInShanghai } from '../telling';
import { lineOf, sentenceOf } from '../timeline';
import { SYSTEM_WORDS } from '../words/system.words';
import { type AccountNewsEntry } from '../app/account-news';

/** What others did to one's own account, one sentence each; nothing where nothing was done. */
export function AccountNewsLines({ entries }: { readonly entries: readonly AccountNewsEntry[] }): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.position}>
          <span className="quiet number">{momentInShanghai(entry.recordedAt)}</span>{' '}
          {lineOf(sentenceOf(entry, EMPTY_COURSE))}
          <span className="quiet">{SYSTEM_WORDS.account.newsBy(entry.actor.name)}</span>
        </li>
      ))}
    </ul>
  );
}
