import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { accountEvent, withPost } from '../account-event';
import { grantableRoleSchema, inChargeSchema, secondSchema } from '../account.state';

/** A person was given a post. Ids only. Granted anew after it was revoked, it is another post. */
export const postGranted = accountEvent({
  type: 'post.granted',
  schema: z.strictObject({
    postId: loggedIdSchema,
    accountId: loggedIdSchema,
    unitId: loggedIdSchema,
    role: grantableRoleSchema,
    ledgerId: loggedIdSchema.nullable(),
    inCharge: inChargeSchema,
    second: secondSchema,
  }),
  sample: {
    postId: '00000000-0000-4000-8000-000000000a02',
    accountId: '00000000-0000-4000-8000-000000000a01',
    unitId: '00000000-0000-4000-8000-000000000a03',
    role: 'reporter',
    ledgerId: null,
    inCharge: [],
    second: 'unneeded',
  },
  evolve: (state, { data }) => withPost(state, { ...data, practice: false }),
});
