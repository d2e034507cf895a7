import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { type POLICY_EVENTS } from './events';
import { type PolicyState } from './policy.state';

export type PolicyEvent = EventIn<typeof POLICY_EVENTS>;

/** Defines an act on a policy. */
export const policyAct = actsOf<'policy', PolicyState, PolicyEvent>('policy');

/** What the id of a policy's stream is derived from: the office has one, and each ledger that has set its own. */
export function policyIdentity(ledgerId: string | null): readonly string[] {
  return [ledgerId ?? 'office'];
}
