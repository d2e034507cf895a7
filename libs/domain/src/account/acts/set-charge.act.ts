import { z } from 'zod';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { accountAct, OWN_ACCOUNT, POST_UNIT_UNKNOWN } from '../account-act';
import { inChargeInput } from '../account.state';
import { NO_LEADER } from '../granting';

/** 设定分管单位: the units that a leader's post is in charge of; none: all below the post's unit. */
export const setCharge = accountAct({
  type: 'account.set-charge',
  word: '设定分管单位',
  command: z.strictObject({
    postId: idSchema,
    inCharge: inChargeInput,
  }),
  sample: { postId: '00000000-0000-4000-8000-000000000a02', inCharge: ['00000000-0000-4000-8000-000000000101'] },
  grants: [['security-administrator', 'any']],
  needs: ({ inCharge }) => ({ units: inCharge }),
  decide: ({ posts }, { postId, inCharge }, { actor, id, facts }) => {
    if (actor.accountId === id) return OWN_ACCOUNT;
    const post = posts.find((each) => each.postId === postId && !each.practice);
    if (!post) return reject('POST.REVOKED', '该岗位已不在此人名下，可能已经撤销，请核对岗位名单。');
    if (post.role !== 'leader') return NO_LEADER;
    if (!inCharge.every((unitId) => facts.knownUnits.has(unitId))) return POST_UNIT_UNKNOWN;
    return isSame(post.inCharge, inCharge) ? [] : [{ type: 'post.charge-set', data: { postId, inCharge } }];
  },
});

/** Units in any order; neither list names one twice. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
