import { z } from 'zod';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { accountEvent } from '../account-event';
import { askedSchema } from '../account.state';

/** An administrator asked for what a second one has to decide. */
export const proposed = accountEvent({
  type: 'account.proposed',
  schema: z.strictObject({ proposalId: loggedIdSchema, asked: askedSchema, reason: textSchema(300, 0) }),
  sample: {
    proposalId: '00000000-0000-4000-8000-000000000a0b',
    asked: {
      act: 'account.grant-post',
      post: { unitId: '00000000-0000-4000-8000-000000000a03', role: 'closer', ledgerId: null, inCharge: [] },
    },
    reason: '接任科长',
  },
  evolve: (state, { data, metadata: { actor, recordedAt: at } }) => ({
    ...state,
    proposals: [...state.proposals, { proposalId: data.proposalId, asked: data.asked, by: actor.accountId, at }],
  }),
});
