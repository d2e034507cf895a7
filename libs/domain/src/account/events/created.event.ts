import { z } from 'zod';
import { accountEvent, doneBy } from '../account-event';

/** An account was made, with a one-time password for its first sign-in. By whom stands in the record; the name is kept by identity. */
export const created = accountEvent({
  type: 'account.created',
  schema: z.strictObject({}),
  sample: {},
  evolve: (state, { metadata }) => ({ ...state, given: doneBy(metadata), ownPassword: false }),
});
