import { eventsOf } from '../shared/event-definition';
import { type PolicyState } from './policy.state';

/** Defines an event of a policy. */
export const policyEvent = eventsOf<PolicyState>();
