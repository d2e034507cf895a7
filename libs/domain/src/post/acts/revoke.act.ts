import { z } from 'zod';
import { freeLineSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { postAct } from '../post-act';

/** 撤销岗位. */
export const revoke = postAct({
  type: 'post.revoke',
  word: '撤销岗位',
  command: z.strictObject({ reason: freeLineSchema(300) }),
  sample: { reason: '调离' },
  grants: [['security-administrator', 'any']],
  decide: (state, data) =>
    state.revoked ? reject('POST.REVOKED', '该岗位已经撤销，无需再次撤销。') : [{ type: 'post.revoked', data }],
});
