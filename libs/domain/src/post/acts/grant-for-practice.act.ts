import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { isRejection, reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { POST_EXISTS, POST_UNIT_UNKNOWN, postAct, type PostEvent, postIdentity, type PostParts } from '../post-act';
import { grantableRoleSchema } from '../post.state';

function granted(data: PostParts & { readonly ledgerId: string }, { facts }: Circumstances): Decision<PostEvent> {
  if (!facts.knownUnits.has(data.unitId)) return POST_UNIT_UNKNOWN;
  if (facts.ledger?.practiceOf !== data.accountId) {
    return reject('POST.NOT_PRACTICE', '练习岗位只能授予练习台账的本人，请核对台账。');
  }
  return [{ type: 'post.granted-for-practice', data }];
}

/** The engine gives a person the posts of their own practice ledger. */
export const grantForPractice = postAct({
  type: 'post.grant-for-practice',
  word: '授予练习岗位',
  command: z.strictObject({ accountId: idSchema, unitId: idSchema, role: grantableRoleSchema, ledgerId: idSchema }),
  sample: {
    accountId: '00000000-0000-4000-8000-000000000003',
    unitId: '00000000-0000-4000-8000-000000000101',
    role: 'reporter',
    ledgerId: '00000000-0000-4000-8000-000000000200',
  },
  grants: ENGINE,
  identity: postIdentity,
  needs: ({ unitId, ledgerId }) => ({ units: [unitId], ledgerId }),
  begin: granted,
  decide: (state, data, circumstances) => {
    const decision = granted(data, circumstances);
    return state.revoked || isRejection(decision) ? decision : POST_EXISTS;
  },
});
