import { missedTargets, type Outcome, outcomeWord } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { words } from './words';

type Judged = Pick<TaskDetail, 'indicators' | 'lanes'> & { readonly policy: Pick<TaskDetail['policy'], 'closing'> };

/** Why a task cannot be closed at all by its rules, said before the form is filled; null where it can. */
export function owedCondition({ lanes, policy }: Judged): string | null {
  const owed = lanes.reduce((sum, lane) => sum + lane.owed.length, 0);
  return policy.closing.owed === 'refused' && owed > 0 ? words.fields.owedRefused(owed) : null;
}

/** Why an outcome cannot be chosen: the rules ask that every target is met; null where it can. */
export function outcomeCondition(
  { indicators, policy, ledgerKind }: Judged & Pick<TaskDetail, 'ledgerKind'>,
  outcome: Outcome,
): string | null {
  if (policy.closing.targets !== 'met' || outcome !== 'rectified') return null;
  const missed = missedTargets(indicators);
  const names = missed.map(({ name }) => name).join(WORDS.parts.and);
  return missed.length === 0 ? null : words.fields.targetsMissed(names, outcomeWord(outcome, ledgerKind));
}
