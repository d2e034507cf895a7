import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances } from '../../shared/circumstances';
import { type Grant } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct, type AccountEvent } from '../account-act';
import { type AccountProposal, type AccountState } from '../account.state';
import { granted, grantFault, needsOfGrant } from '../granting';
import { approvalOf } from '../password-giver';
import { couldBeOne, isRecent } from '../taken-out';

/** Whoever decides what one administrator may not do alone. */
export const SECOND_ADMINISTRATORS: readonly Grant[] = [
  ['system-administrator', 'any'],
  ['security-administrator', 'any'],
];

export const PROPOSAL_DECIDED = reject(
  'ACCOUNT.PROPOSAL_DECIDED',
  '该申请已经复核、收回，或因账号、岗位已有变动而失效，不用再办理。',
);
const OWN_PROPOSAL = reject('ACCOUNT.OWN_PROPOSAL', '不能复核本人提出的申请，请由其他管理员复核。');
const RESET_BETWEEN = reject(
  'ACCOUNT.RESET_BETWEEN',
  '您与提出人之间三十日内有过口令重置，不能复核其提出的申请，请由其他管理员复核。',
);
const TOO_OLD = reject(
  'ACCOUNT.PROPOSAL_TOO_OLD',
  '该申请提出已超过三十日，情况可能已变，不能再同意；请退回，确需办理的由申请人重新提出。',
);
const CONCERNED = reject('ACCOUNT.CONCERNED', '申请涉及您本人的账号，请由其他管理员复核。');

/** 复核: another administrator, who is not concerned, approves what was asked for or refuses it. A post is granted with the approval. */
export const decideProposal = accountAct({
  type: 'account.decide-proposal',
  word: '复核账号申请',
  command: z.strictObject({
    proposalId: idSchema,
    result: z.enum(['approved', 'refused']),
    /** A refusal says why. */
    reason: freeTextSchema(2_000, 0).default(''),
  }),
  sample: { proposalId: '00000000-0000-4000-8000-000000000a0b', result: 'approved' },
  grants: SECOND_ADMINISTRATORS,
  needs: ({ proposalId }, state) => {
    const asked = state === null ? null : openOf(state, proposalId)?.asked;
    return { ...(asked?.act === 'account.grant-post' ? needsOfGrant(asked.post) : {}), administrators: true };
  },
  decide: (state, { proposalId, result, reason }, circumstances) => {
    const proposal = openOf(state, proposalId);
    if (!proposal) return PROPOSAL_DECIDED;
    const fault = deciderFault(proposal, circumstances);
    if (fault) return fault;
    if (result === 'approved' && !isRecent(proposal, circumstances.now)) return TOO_OLD;
    if (result === 'approved') return approved(state, proposal, reason, circumstances);
    if (reason === '') return reject('ACCOUNT.REASON_NEEDED', '不同意的，请写明理由。');
    return [{ type: 'account.decided', data: { proposalId, result, reason } }];
  },
});

/** Why somebody may not decide: who asked, who is concerned, and whether one of the two has had the password of the other. */
function deciderFault({ by }: AccountProposal, { actor, id, now, facts }: Circumstances): Rejection | null {
  if (by === actor.accountId) return OWN_PROPOSAL;
  if (id === actor.accountId) return CONCERNED;
  return couldBeOne(by, actor.accountId, facts, now) ? RESET_BETWEEN : null;
}

/** The proposal of an id that nobody has decided. */
export function openOf({ proposals }: AccountState, proposalId: string): AccountProposal | undefined {
  return proposals.find((each) => each.proposalId === proposalId);
}

/** A grant is decided once more on the account as it stands: what does not fit any more is overtaken. */
function approved(
  state: AccountState,
  proposal: AccountProposal,
  reason: string,
  circumstances: Circumstances,
): Decision<AccountEvent> {
  const { proposalId, asked } = proposal;
  const decided = { type: 'account.decided', data: { proposalId, result: 'approved', reason } } as const;
  if (asked.act === 'account.reset-password') return [decided];
  const fault = grantFault(state, asked.post, circumstances);
  if (fault) return [{ type: 'account.decided', data: { proposalId, result: 'overtaken', reason: fault.message } }];
  const second = approvalOf(state, proposal, circumstances);
  return typeof second === 'string' ? [decided, granted(asked.post, second, circumstances)] : second;
}
