import { type Circumstances } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { type AccountProposal, type AccountState, type Second } from './account.state';
import { isRecent } from './taken-out';

const GAVE_PASSWORD = reject(
  'ACCOUNT.GAVE_PASSWORD',
  '该账号由您建立或重置过口令，口令曾在您手中，不能由您同意授予此岗位，请由其他管理员复核。',
);

/**
 * As what an administrator approves a post for an account. Whoever made it, or reset its password last, has had its password and could act by
 * the post, until somebody has chosen another one and thirty days have passed: another administrator approves. Where there is no other one
 * the grant says so, for the auditor.
 */
export function approvalOf(
  { given, ownPassword }: Pick<AccountState, 'given' | 'ownPassword'>,
  { by: asker }: Pick<AccountProposal, 'by'>,
  { id, actor, now, facts }: Pick<Circumstances, 'id' | 'actor' | 'now' | 'facts'>,
): Second | Rejection {
  const gave = given?.by === actor.accountId && !(ownPassword && !isRecent(given, now));
  if (!gave) return 'approved';
  const known = [id, asker, actor.accountId];
  return facts.administrators.some(({ accountId }) => !known.includes(accountId)) ? GAVE_PASSWORD : 'giver';
}
