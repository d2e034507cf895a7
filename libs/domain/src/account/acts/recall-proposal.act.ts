import { z } from 'zod';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct } from '../account-act';
import { openOf, PROPOSAL_DECIDED, SECOND_ADMINISTRATORS } from './decide-proposal.act';

/** 收回申请: whoever asked takes it back while nobody has decided. */
export const recallProposal = accountAct({
  type: 'account.recall-proposal',
  word: '收回账号申请',
  command: z.strictObject({ proposalId: idSchema, reason: freeTextSchema(2_000, 0).default('') }),
  sample: { proposalId: '00000000-0000-4000-8000-000000000a0b' },
  grants: SECOND_ADMINISTRATORS,
  decide: (state, { proposalId, reason }, { actor }) => {
    const proposal = openOf(state, proposalId);
    if (!proposal) return PROPOSAL_DECIDED;
    if (proposal.by !== actor.accountId) {
      return reject('ACCOUNT.NOT_OWN_PROPOSAL', '只能收回本人提出的申请，请由提出人收回或另行复核。');
    }
    return [{ type: 'account.decided', data: { proposalId, result: 'taken-back', reason } }];
  },
});
