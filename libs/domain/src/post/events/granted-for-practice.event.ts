import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { postEvent } from '../post-event';
import { grantableRoleSchema } from '../post.state';

/** A person was given a post in their own practice ledger: it reaches nothing else. */
export const grantedForPractice = postEvent({
  type: 'post.granted-for-practice',
  schema: z.strictObject({
    accountId: loggedIdSchema,
    unitId: loggedIdSchema,
    role: grantableRoleSchema,
    ledgerId: loggedIdSchema,
  }),
  sample: {
    accountId: '00000000-0000-4000-8000-000000000a01',
    unitId: '00000000-0000-4000-8000-000000000a03',
    role: 'reporter',
    ledgerId: '00000000-0000-4000-8000-000000000a04',
  },
  begin: ({ data }) => ({ ...data, revoked: false }),
  evolve: (_state, { data }) => ({ ...data, revoked: false }),
});
