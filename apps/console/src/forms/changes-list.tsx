import { type ReactElement } from 'react';
import { type TimelineEntry } from '../api/answer';
import { minuteInShanghai } from '../parts/minute-in-shanghai';

/** Something that another person, or another window, did. */
export interface Change {
  readonly entry: Pick<TimelineEntry, 'eventId' | 'recordedAt' | 'actor'>;
  /** Who did what. */
  readonly text: string;
  /** What the person wrote; empty where nothing was. */
  readonly quote: string;
}

/** What others did, each with who did it and when. */
export function ChangesList({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  return (
    <ul className="plain-list">
      {changes.map(({ entry, text, quote }) => (
        <li key={entry.eventId}>
          {text}
          {quote !== '' && <span className="quiet">{` ${quote}`}</span>}
          <div className="quiet number">{`${entry.actor.name} ${minuteInShanghai(entry.recordedAt)}`}</div>
        </li>
      ))}
    </ul>
  );
}
