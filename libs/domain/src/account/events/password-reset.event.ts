import { z } from 'zod';
import { accountEvent, doneBy } from '../account-event';
import { secondSchema } from '../account.state';

/** Somebody else gave an account a new one-time password. The password itself is nowhere in the record. */
export const passwordReset = accountEvent({
  type: 'account.password-reset',
  schema: z.strictObject({
    second: secondSchema,
    /** By an administrator in the program, or by whoever sits at the machine (`taizhang users`). */
    at: z.enum(['program', 'machine']),
  }),
  sample: { second: 'unneeded', at: 'program' },
  evolve: (state, { metadata }) => ({ ...state, reset: doneBy(metadata), resetApproved: null }),
});
