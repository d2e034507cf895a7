import { z } from 'zod';
import { textSchema } from '../../shared/schema';
import { policyEvent } from '../policy-event';
import { type PolicyState } from '../policy.state';

/** A system administrator wants level three left for level two: it is once a second one publishes the same level. */
export const loweringAsked = policyEvent({
  type: 'policy.lowering-asked',
  schema: z.strictObject({ reason: textSchema(2_000, 1) }),
  sample: { reason: '按定级结果调整' },
  evolve: (state, { metadata: { actor, recordedAt } }): PolicyState => ({
    ...state,
    lowering: { by: actor.accountId, at: recordedAt },
  }),
});
