import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { accountEvent, withPost } from '../account-event';
import { grantableRoleSchema } from '../account.state';

/** A person was given a post in their own practice ledger: it reaches nothing else. */
export const postGrantedForPractice = accountEvent({
  type: 'post.granted-for-practice',
  schema: z.strictObject({
    postId: loggedIdSchema,
    accountId: loggedIdSchema,
    unitId: loggedIdSchema,
    role: grantableRoleSchema,
    ledgerId: loggedIdSchema,
  }),
  sample: {
    postId: '00000000-0000-4000-8000-000000000a02',
    accountId: '00000000-0000-4000-8000-000000000a01',
    unitId: '00000000-0000-4000-8000-000000000a03',
    role: 'reporter',
    ledgerId: '00000000-0000-4000-8000-000000000a04',
  },
  evolve: (state, { data }) => withPost(state, { ...data, inCharge: [], practice: true }),
});
