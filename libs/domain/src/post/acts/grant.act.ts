import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances, isPractice } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { isRejection, reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { POST_EXISTS, POST_UNIT_UNKNOWN, postAct, type PostEvent, postIdentity, type PostParts } from '../post-act';
import { grantableRoleSchema } from '../post.state';

function granted(data: PostParts, { facts }: Circumstances): Decision<PostEvent> {
  if (!facts.knownUnits.has(data.unitId)) return POST_UNIT_UNKNOWN;
  if (isPractice(facts)) {
    return reject('POST.PRACTICE_LEDGER', '练习台账只供本人练习，不能授予岗位，请改选正式台账。');
  }
  return [{ type: 'post.granted', data }];
}

/** 授予岗位, in earnest. A practice ledger is one person's own: posts in it are for nobody else. */
export const grant = postAct({
  type: 'post.grant',
  word: '授予岗位',
  command: z.strictObject({
    accountId: idSchema,
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema.nullable().default(null),
  }),
  sample: {
    accountId: '00000000-0000-4000-8000-000000000003',
    unitId: '00000000-0000-4000-8000-000000000101',
    role: 'reporter',
  },
  grants: [['security-administrator', 'any'], ...ENGINE],
  identity: postIdentity,
  needs: ({ unitId, ledgerId }) => ({ units: [unitId], ...(ledgerId === null ? {} : { ledgerId }) }),
  begin: granted,
  decide: (state, data, circumstances) => {
    const decision = granted(data, circumstances);
    return state.revoked || isRejection(decision) ? decision : POST_EXISTS;
  },
});
