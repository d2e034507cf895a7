import { z } from 'zod';
import { freeLineSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct } from '../account-act';

/** 撤销岗位. */
export const revokePost = accountAct({
  type: 'account.revoke-post',
  word: '撤销岗位',
  command: z.strictObject({ postId: idSchema, reason: freeLineSchema(300) }),
  sample: { postId: '00000000-0000-4000-8000-000000000a02', reason: '调离' },
  grants: [['security-administrator', 'any']],
  decide: ({ posts }, { postId, reason }) => {
    const post = posts.find((each) => each.postId === postId);
    if (!post) return reject('POST.REVOKED', '该岗位已不在此人名下，可能已经撤销，无需再次撤销。');
    const { unitId, role, ledgerId } = post;
    return [{ type: 'post.revoked', data: { postId, unitId, role, ledgerId, reason } }];
  },
});
