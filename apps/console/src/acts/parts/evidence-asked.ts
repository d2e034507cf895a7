import { missingEvidence } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { type Lane } from '../../parts/lanes';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';

const words = ACT_WORDS.evidenceAsked;

/** The kinds of evidence that the rules ask of a unit before it asks for closure, and which it has shown; null where they ask for none. */
export function evidenceAsked({ policy }: Pick<TaskDetail, 'policy'>, lane: Lane | null): string | null {
  if (lane?.role !== 'lead' || policy.evidence.length === 0) return null;
  const missing = missingEvidence(lane, policy);
  const kinds = policy.evidence.map((kind) => (missing.includes(kind) ? words.missing(kind) : words.shown(kind)));
  return words.asked(kinds.join(WORDS.parts.and));
}
