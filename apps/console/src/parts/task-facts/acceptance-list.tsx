import { type ReactElement } from 'react';
import { type MetCriterion } from '#domain';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.judgements;

/** The criteria that a verifier confirmed, each with its note; nothing where there were none. */
export function AcceptanceList({ acceptance }: { readonly acceptance: readonly MetCriterion[] }): ReactElement | null {
  if (acceptance.length === 0) return null;
  return (
    <ul className="fact-list" aria-label={words.acceptance}>
      {acceptance.map(({ criterion, note }) => (
        <li key={criterion}>
          {words.criterionMet(criterion)}
          {note !== '' && <div className="quiet reading">{note}</div>}
        </li>
      ))}
    </ul>
  );
}
