import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances, isPractice } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct, type AccountEvent, holds, POST_EXISTS, POST_UNIT_UNKNOWN } from '../account-act';
import { type AccountState, grantableRoleSchema, NEW_ACCOUNT, type PostParts } from '../account.state';

/** 授予岗位, in earnest. A practice ledger is one person's own: posts in it are for nobody else. */
export const grantPost = accountAct({
  type: 'account.grant-post',
  word: '授予岗位',
  command: z.strictObject({
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema.nullable().default(null),
  }),
  sample: { unitId: '00000000-0000-4000-8000-000000000101', role: 'reporter' },
  grants: [['security-administrator', 'any'], ...ENGINE],
  needs: ({ unitId, ledgerId }) => ({ units: [unitId], ...(ledgerId === null ? {} : { ledgerId }) }),
  begin: (post, circumstances) => granted(NEW_ACCOUNT, post, circumstances),
  decide: granted,
});

function granted(state: AccountState, post: PostParts, { facts, id, newId }: Circumstances): Decision<AccountEvent> {
  if (!facts.knownUnits.has(post.unitId)) return POST_UNIT_UNKNOWN;
  if (isPractice(facts)) {
    return reject('POST.PRACTICE_LEDGER', '练习台账只供本人练习，不能授予岗位，请改选正式台账。');
  }
  if (holds(state, post)) return POST_EXISTS;
  return [{ type: 'post.granted', data: { postId: newId(), accountId: id, ...post } }];
}
