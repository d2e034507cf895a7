import { type ReactElement } from 'react';
import { IMPORT_WORDS } from '../../words/import.words';
import { type DraftProblem } from './model/draft-problems';

/** What must be put right before the drafts can be confirmed. The form begins where one of these stands. */
export function ProblemLine({ kind }: Pick<DraftProblem, 'kind'>): ReactElement {
  return (
    <p className="import-problem">
      <span aria-hidden="true">■</span> {IMPORT_WORDS.problems[kind]}
    </p>
  );
}
