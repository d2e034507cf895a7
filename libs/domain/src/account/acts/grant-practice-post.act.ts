import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct, type AccountEvent, holds, POST_EXISTS, POST_UNIT_UNKNOWN } from '../account-act';
import { type AccountState, grantableRoleSchema, NEW_ACCOUNT, type PostParts } from '../account.state';

type PracticePost = PostParts & { readonly ledgerId: string };

/** The engine gives a person the posts of their own practice ledger. */
export const grantPracticePost = accountAct({
  type: 'account.grant-practice-post',
  word: '授予练习岗位',
  command: z.strictObject({ unitId: idSchema, role: grantableRoleSchema, ledgerId: idSchema }),
  sample: {
    unitId: '00000000-0000-4000-8000-000000000101',
    role: 'reporter',
    ledgerId: '00000000-0000-4000-8000-000000000200',
  },
  grants: ENGINE,
  needs: ({ unitId, ledgerId }) => ({ units: [unitId], ledgerId }),
  begin: (post, circumstances) => granted(NEW_ACCOUNT, post, circumstances),
  decide: granted,
});

function granted(state: AccountState, post: PracticePost, { facts, id, newId }: Circumstances): Decision<AccountEvent> {
  if (!facts.knownUnits.has(post.unitId)) return POST_UNIT_UNKNOWN;
  if (facts.ledger?.practiceOf !== id) {
    return reject('POST.NOT_PRACTICE', '练习岗位只能授予练习台账的本人，请核对台账。');
  }
  if (holds(state, post)) return POST_EXISTS;
  return [{ type: 'post.granted-for-practice', data: { postId: newId(), accountId: id, ...post } }];
}
