import { type StartDraft } from './start-draft';
import { type StartStep } from './start-progress';

/** What every step gets. */
export interface StepProps {
  readonly draft: StartDraft;
  readonly onDraft: (parts: Partial<StartDraft>) => void;
  readonly onStep: (step: StartStep) => void;
}
