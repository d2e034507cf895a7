import { type ReactElement } from 'react';
import { completionText, type ShownCompletion } from './completion-text';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.completions;
/** So many are shown at once; the others one click away. */
const FIRST = 8;

/** What was done, each with the unit, the stated day and the day of the record. */
export function CompletionList({ completions }: { readonly completions: readonly ShownCompletion[] }): ReactElement {
  const others = completions.slice(FIRST);
  return (
    <>
      <Lines completions={completions.slice(0, FIRST)} />
      {others.length > 0 && (
        <details className="earlier">
          <summary>{words.others(others.length)}</summary>
          <Lines completions={others} />
        </details>
      )}
    </>
  );
}

function Lines({ completions }: { readonly completions: readonly ShownCompletion[] }): ReactElement {
  return (
    <ul className="plain-list">
      {completions.map((completion) => (
        <li key={completion.key} className="number">
          {completionText(completion)}
        </li>
      ))}
    </ul>
  );
}
