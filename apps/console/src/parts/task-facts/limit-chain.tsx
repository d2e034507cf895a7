import { type ReactElement } from 'react';
import { TASK_WORDS } from '../../words/task.words';
import { type Link } from './limit-links';

const words = TASK_WORDS.limits;

/** The days that a limit has had on one line: 原定 2026-11-30 → 2026-12-06（缓办顺延 6 天）. Those that no longer count are struck. */
export function LimitChain({ links }: { readonly links: readonly Link[] }): ReactElement {
  return (
    <ol className="chain" aria-label={words.chain}>
      {links.map(({ key, day, note, counts }, index) => (
        <li key={key}>
          {index > 0 && <span aria-hidden="true"> → </span>}
          {note === '' && <span className="quiet">{words.first} </span>}
          {counts ? <strong className="keep number">{day}</strong> : <del className="keep number">{day}</del>}
          {note !== '' && <span className="quiet">{words.note(note)}</span>}
        </li>
      ))}
    </ol>
  );
}
