import { type ReactElement } from 'react';
import { IMPORT_WORDS } from '../../words/import.words';

/** Where one is among the three steps. */
export function ImportSteps({ step }: { readonly step: 0 | 1 | 2 }): ReactElement {
  return (
    <ol className="import-steps" aria-label={IMPORT_WORDS.stepsLabel}>
      {IMPORT_WORDS.steps.map((word, index) => (
        <li
          key={word}
          className={index < step ? 'import-step-done' : ''}
          aria-current={index === step ? 'step' : undefined}
        >
          <span className="number" aria-hidden="true">
            {index < step ? '✓' : index + 1}
          </span>
          {word}
        </li>
      ))}
    </ol>
  );
}
