import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { reject, type Rejection } from '../shared/rejection';
import { type AccountState, type PostParts } from './account.state';
import { type ACCOUNT_EVENTS } from './events';

export type AccountEvent = EventIn<typeof ACCOUNT_EVENTS>;

/** Defines an act on an account. */
export const accountAct = actsOf<'account', AccountState, AccountEvent>('account');

/** The refusal of granting a post that is held already. */
export const POST_EXISTS: Rejection = reject('POST.EXISTS', '该人员已有此岗位，无需重复授予。');

/** The refusal of a post in a unit that nobody registered. */
export const POST_UNIT_UNKNOWN: Rejection = reject('UNIT.UNKNOWN', '所选单位不存在，请先在单位名录中建立该单位。');

/** The refusal of what nobody does with their own account. */
export const OWN_ACCOUNT: Rejection = reject(
  'ACCOUNT.OWN',
  '不能为本人的账号授予岗位、重置口令或停用，请由其他管理员办理；没有其他管理员的，请在服务器上用 taizhang users 重置口令。',
);

/** True when an account holds this very post. */
export function holds({ posts }: AccountState, { unitId, role, ledgerId }: PostParts): boolean {
  return posts.some((post) => post.unitId === unitId && post.role === role && post.ledgerId === ledgerId);
}
