import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances } from '../../shared/circumstances';
import { SYSTEM } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { accountAct, type AccountEvent, OWN_ACCOUNT } from '../account-act';
import { type AccountState, NEW_ACCOUNT, type Second } from '../account.state';
import { isGuarded, proposed, secondFor } from '../second-administrator';

/** How long an approval of a reset can be used, in milliseconds: three days. Later another one is asked for. */
const GOOD_FOR = 3 * 24 * 3_600_000;

/** Enabled first, an administrator counts as able again, and decides what concerns others. */
const DISABLED = reject('ACCOUNT.DISABLED', '该账号已停用，请先启用，再重置口令。');

/**
 * 重置口令 of somebody else. For an account that a guarded role concerns it waits for a second administrator, and is made when it is asked for
 * again after the approval: the one-time password is only handed out then.
 */
export const resetPassword = accountAct({
  type: 'account.reset-password',
  word: '重置口令',
  command: z.strictObject({ reason: freeTextSchema(300, 1) }),
  sample: { reason: '本人忘记口令' },
  grants: SYSTEM,
  secret: true,
  needs: () => ({ administrators: true }),
  begin: ({ reason }, circumstances) => decided(NEW_ACCOUNT, reason, circumstances),
  decide: (state, { reason }, circumstances) => decided(state, reason, circumstances),
});

function decided(state: AccountState, reason: string, circumstances: Circumstances): Decision<AccountEvent> {
  if (circumstances.actor.accountId === circumstances.id) return OWN_ACCOUNT;
  if (state.disabled) return DISABLED;
  if (!isGuarded(state, circumstances.now)) return [reset('unneeded', reason)];
  if (isApproved(state, circumstances)) return [reset('approved', reason)];
  const second = secondFor(circumstances.id, circumstances);
  if (typeof second !== 'string') return second;
  return second === 'ask'
    ? proposed(state, { act: 'account.reset-password' }, reason, circumstances)
    : [reset(second, reason)];
}

function isApproved({ resetApproved }: AccountState, { now }: Pick<Circumstances, 'now'>): boolean {
  return resetApproved !== null && Date.parse(now) - Date.parse(resetApproved) <= GOOD_FOR;
}

function reset(second: Second, reason: string): AccountEvent {
  return { type: 'account.password-reset', data: { second, at: 'program', reason } };
}
