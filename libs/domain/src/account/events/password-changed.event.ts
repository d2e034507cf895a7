import { z } from 'zod';
import { accountEvent } from '../account-event';

/** Whoever was signed in with an account has changed its password: the one-time password is worth nothing any more. */
export const passwordChanged = accountEvent({
  type: 'account.password-changed',
  schema: z.strictObject({}),
  sample: {},
  evolve: (state) => ({ ...state, ownPassword: true }),
});
