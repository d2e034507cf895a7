import { z } from 'zod';
import { freeLineSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct } from '../account-act';
import { leavingFault, needsOfLast } from '../second-administrator';

/** 撤销岗位. One administrator does it alone, for it may have to be quick; the last one of a kind is not revoked. */
export const revokePost = accountAct({
  type: 'account.revoke-post',
  word: '撤销岗位',
  command: z.strictObject({ postId: idSchema, reason: freeLineSchema(300) }),
  sample: { postId: '00000000-0000-4000-8000-000000000a02', reason: '调离' },
  grants: [['security-administrator', 'any']],
  needs: ({ postId }, state) =>
    needsOfLast(state?.posts.flatMap((post) => (post.postId === postId ? [post.role] : [])) ?? []),
  decide: ({ posts }, { postId, reason }, { id, facts }) => {
    const post = posts.find((each) => each.postId === postId);
    if (!post) return reject('POST.REVOKED', '该岗位已不在此人名下，可能已经撤销，无需再次撤销。');
    const { unitId, role, ledgerId } = post;
    const twice = posts.some((each) => each !== post && each.role === role && !each.practice);
    const fault = post.practice || twice ? null : leavingFault(id, [role], facts);
    return fault ?? [{ type: 'post.revoked', data: { postId, unitId, role, ledgerId, reason } }];
  },
});
