import { z } from 'zod';
import { lineSchema, loggedIdSchema } from '../../shared/schema';
import { departureEvent } from '../departure-event';

/** A departure is over: the account's own record tells that it happened, or it was refused with a reason. */
export const ended = departureEvent({
  type: 'departure.ended',
  schema: z.strictObject({
    accountId: loggedIdSchema,
    /** The command that had begun it. */
    commandId: loggedIdSchema,
    /** Why it did not happen after all; null where it did. */
    refused: lineSchema(500).nullable(),
  }),
  sample: {
    accountId: '00000000-0000-4000-8000-000000000a01',
    commandId: '00000000-0000-4000-8000-000000000b07',
    refused: null,
  },
  evolve: ({ underway }, { data }) => ({ underway: underway.filter((each) => each.commandId !== data.commandId) }),
});
