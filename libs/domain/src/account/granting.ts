import { type Circumstances, isPractice, type Needs } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { type AccountEvent, holds, POST_EXISTS, POST_UNIT_UNKNOWN } from './account-act';
import { type AccountState, type Second, type WantedPost } from './account.state';
import { incompatible } from './incompatible';
import { GUARDED_ROLES } from './second-administrator';

/** What must be found out before a post is granted. */
export function needsOfGrant({ unitId, role, ledgerId, inCharge }: WantedPost): Needs {
  return {
    units: [unitId, ...inCharge],
    ...(ledgerId === null ? {} : { ledgerId }),
    ...(GUARDED_ROLES.includes(role) ? { administrators: true } : {}),
  };
}

/** Why a post cannot be granted in earnest; null where it can. A practice ledger is one person's own: posts in it are for nobody else. */
export function grantFault(
  state: AccountState,
  wanted: WantedPost,
  { facts, policy }: Pick<Circumstances, 'facts' | 'policy'>,
): Rejection | null {
  if (![wanted.unitId, ...wanted.inCharge].every((unitId) => facts.knownUnits.has(unitId))) return POST_UNIT_UNKNOWN;
  if (isPractice(facts)) {
    return reject('POST.PRACTICE_LEDGER', '练习台账只供本人练习，不能授予岗位，请改选正式台账。');
  }
  if (wanted.inCharge.length > 0 && wanted.role !== 'leader') return NO_LEADER;
  if (holds(state, wanted)) return POST_EXISTS;
  return incompatible(state.posts, wanted, policy.protectionLevel);
}

/** The refusal of units in charge for who is no leader. */
export const NO_LEADER = reject('POST.NO_LEADER', '只有领导岗位可以设定分管单位，请改选岗位或不设分管单位。');

/** The event of a grant. */
export function granted(
  wanted: WantedPost,
  second: Second,
  { id, newId }: Pick<Circumstances, 'id' | 'newId'>,
): AccountEvent {
  const post = { ...wanted, inCharge: [...wanted.inCharge] };
  return { type: 'post.granted', data: { postId: newId(), accountId: id, ...post, second } };
}
