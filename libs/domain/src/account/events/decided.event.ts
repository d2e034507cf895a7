import { z } from 'zod';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { accountEvent } from '../account-event';

/** What was asked for on an account was decided. Approved, a post is granted with it; a reset is then made by whoever asked. */
export const decided = accountEvent({
  type: 'account.decided',
  schema: z.strictObject({
    proposalId: loggedIdSchema,
    /** Overtaken: approved, but what was asked for did not fit any more. */
    result: z.enum(['approved', 'refused', 'overtaken', 'taken-back']),
    reason: textSchema(2_000, 0),
  }),
  sample: { proposalId: '00000000-0000-4000-8000-000000000a0b', result: 'approved', reason: '' },
  evolve: (state, { data: { proposalId, result }, metadata: { recordedAt } }) => {
    const asked = state.proposals.find((each) => each.proposalId === proposalId)?.asked;
    const resets = result === 'approved' && asked?.act === 'account.reset-password';
    return {
      ...state,
      proposals: state.proposals.filter((each) => each.proposalId !== proposalId),
      resetApproved: resets ? recordedAt : state.resetApproved,
    };
  },
});
