import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { POLICY_ACTS } from './acts';
import { POLICY_EVENTS } from './events';
import { type PolicyState } from './policy.state';

/** The rules of the office, or those that one ledger has in their place. */
export const POLICY = defineAggregate<
  'policy',
  PolicyState,
  DataOfActs<typeof POLICY_ACTS>,
  DataOfEvents<typeof POLICY_EVENTS>
>({
  name: 'policy',
  plural: 'policies',
  acts: POLICY_ACTS,
  events: POLICY_EVENTS,
  unknown: reject('POLICY.UNKNOWN', '还没有发布过办理规则，请先发布。'),
  reach: () => ({}),
});
