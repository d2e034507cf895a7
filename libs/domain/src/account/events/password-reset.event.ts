import { z } from 'zod';
import { textSchema } from '../../shared/schema';
import { accountEvent, doneBy } from '../account-event';
import { secondSchema } from '../account.state';

/** Somebody else gave an account a new one-time password. The password itself is nowhere in the record. */
export const passwordReset = accountEvent({
  type: 'account.password-reset',
  schema: z.strictObject({
    second: secondSchema,
    /** By an administrator in the program, or by whoever sits at the machine (`taizhang users`). */
    at: z.enum(['program', 'machine']),
    /** Why; empty at the machine. */
    reason: textSchema(300, 0),
  }),
  sample: { second: 'unneeded', at: 'program', reason: '本人忘记口令' },
  evolve: (state, { metadata }) => ({
    ...state,
    reset: doneBy(metadata),
    given: doneBy(metadata),
    ownPassword: false,
    resetApproved: null,
  }),
});
