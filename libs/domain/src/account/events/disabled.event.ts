import { z } from 'zod';
import { accountEvent } from '../account-event';

/** An account was kept from signing in. */
export const disabled = accountEvent({
  type: 'account.disabled',
  schema: z.strictObject({}),
  sample: {},
  evolve: (state) => ({ ...state, disabled: true }),
});
