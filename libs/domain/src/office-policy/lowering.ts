import { type Second } from '../account/account.state';
import { secondFor } from '../account/second-administrator';
import { couldBeOne, isRecent } from '../account/taken-out';
import { type PolicyContent } from '../policy';
import { type Circumstances } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { type PolicyState } from './policy.state';

const ASKED_ALREADY = reject(
  'POLICY.LOWERING_ASKED',
  '您已申请将等级保护由三级降为二级，须由另一名系统管理员在三十日内发布同样的级别；要改其他规则，请先保留三级发布。',
);
const RESET_BETWEEN = reject(
  'POLICY.RESET_BETWEEN',
  '您与提出降级的管理员之间三十日内有过口令重置，不能由您复核，请由其他系统管理员发布。',
);

/** True for a version by which the installation would leave level three for level two: what level three forbids is then allowed. */
export function isLowering(state: PolicyState | null, { protectionLevel }: PolicyContent): boolean {
  return state?.published.at(-1)?.protectionLevel === 3 && protectionLevel === 2;
}

/**
 * Whether the level is lowered at once. One administrator asks, and another one publishes the same level within thirty days; alone only who
 * is the only one able, and not by their own doing. Raising it is one person's.
 * @returns `ask` for the first of the two
 */
export function secondToLower(
  { lowering }: Pick<PolicyState, 'lowering'>,
  circumstances: Pick<Circumstances, 'actor' | 'now' | 'facts'>,
): Second | 'ask' | Rejection {
  const { actor, now, facts } = circumstances;
  const second = secondFor('', circumstances);
  if (second !== 'ask' || lowering === null || !isRecent(lowering, now)) return second;
  if (lowering.by === actor.accountId) return ASKED_ALREADY;
  return couldBeOne(lowering.by, actor.accountId, facts, now) ? RESET_BETWEEN : 'approved';
}
