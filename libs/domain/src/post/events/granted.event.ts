import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { postEvent } from '../post-event';
import { grantableRoleSchema } from '../post.state';

/** A person was given a post, for the first time or again. Ids only. */
export const granted = postEvent({
  type: 'post.granted',
  schema: z.strictObject({
    accountId: loggedIdSchema,
    unitId: loggedIdSchema,
    role: grantableRoleSchema,
    ledgerId: loggedIdSchema.nullable(),
  }),
  sample: {
    accountId: '00000000-0000-4000-8000-000000000a01',
    unitId: '00000000-0000-4000-8000-000000000a03',
    role: 'reporter',
    ledgerId: null,
  },
  begin: ({ data }) => ({ ...data, revoked: false }),
  evolve: (_state, { data }) => ({ ...data, revoked: false }),
});
