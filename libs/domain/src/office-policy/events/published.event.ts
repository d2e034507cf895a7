import { z } from 'zod';
import { DEFAULT_POLICY, holdsForSchema, policySchema } from '../../policy';
import { secondSchema } from '../../account/account.state';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { policyEvent } from '../policy-event';

/** A version of a policy was published, in full. */
export const published = policyEvent({
  type: 'policy.published',
  schema: z.strictObject({
    /** The ledger that it is for; null: the office, and every ledger without a policy of its own. */
    ledgerId: loggedIdSchema.nullable(),
    policy: policySchema,
    holds: holdsForSchema,
    reason: textSchema(2_000, 0),
    /** Whether a second administrator took part, of a version that lowers the protection level; left out of all others. */
    second: secondSchema.optional(),
  }),
  sample: { ledgerId: null, policy: DEFAULT_POLICY, holds: 'new', reason: '' },
  begin: ({ data: { ledgerId, policy } }) => ({ ledgerId, published: [policy], lowering: null }),
  evolve: (state, { data: { policy } }) => ({
    ...state,
    published: [...state.published, policy],
    lowering: null,
  }),
});
