import { z } from 'zod';
import { accountEvent, doneBy } from '../account-event';

/** An account was kept from signing in. */
export const disabled = accountEvent({
  type: 'account.disabled',
  schema: z.strictObject({}),
  sample: {},
  evolve: (state, { metadata }) => ({ ...state, disabled: true, disabling: doneBy(metadata) }),
});
