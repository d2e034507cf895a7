import { z } from 'zod';
import { accountEvent } from '../account-event';

/** A disabled account may sign in again. */
export const enabled = accountEvent({
  type: 'account.enabled',
  schema: z.strictObject({}),
  sample: {},
  evolve: (state) => ({ ...state, disabled: false }),
});
