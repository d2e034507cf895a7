import { z } from 'zod';
import { type Grant, OFFICE, OWN_UNIT } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { openProposals } from '../proposals';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

const PROPOSERS: readonly Grant[] = [...OWN_UNIT, ...OFFICE];

/** 收回申请: whoever asked takes it back while nobody has decided. */
export const recallProposal = taskAct({
  type: 'task.recall-proposal',
  word: '收回申请',
  command: z.strictObject({ proposalId: idSchema, ...formFields }),
  sample: { proposalId: '00000000-0000-4000-8000-000000000a0b' },
  grants: PROPOSERS,
  offered: 'side',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  edits: [],
  guard: (state, { actor }) =>
    openProposals(state).some(({ by }) => by.accountId === actor.accountId)
      ? null
      : reject('TASK.NO_OWN_PROPOSAL', '没有本人提出、尚未审批的申请。'),
  decide: (state, { proposalId }, { actor }) => {
    const own = openProposals(state).some(
      (each) => each.proposalId === proposalId && each.by.accountId === actor.accountId,
    );
    return own
      ? [{ type: 'proposal.decided', data: { proposalId, result: 'taken-back', reason: '' } }]
      : reject('TASK.PROPOSAL_DECIDED', '该申请已经审批或收回，不用再收回。');
  },
});
