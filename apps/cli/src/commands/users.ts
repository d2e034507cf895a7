import { type Config, TaizhangError } from '#platform';
import { type Foundation } from '#runtime';
import { say } from '../output';
import { onFoundation } from './on-foundation';

/** Accounts, for the person at the machine: whoever may read the data folder may reset a password. */
export async function usersCommand(config: Config, action: string, loginName: string | undefined): Promise<void> {
  await onFoundation(config, async (foundation) => {
    if (action === 'list') return list(foundation);
    if (action === 'reset-password' && loginName) return resetPassword(foundation, loginName);
    throw new TaizhangError('CLI.USAGE', '用法：taizhang users list，或 taizhang users reset-password 登录名。');
  });
}

async function list({ identity }: Foundation): Promise<void> {
  for (const { loginName, displayName, disabledAt } of await identity.accounts.listAccounts({})) {
    say(`${loginName}  ${displayName}${disabledAt ? '  （已停用）' : ''}`);
  }
}

async function resetPassword({ identity }: Foundation, loginName: string): Promise<void> {
  const account = await identity.accounts.findAccountByLoginName(loginName);
  if (!account) throw new TaizhangError('IDENTITY.ACCOUNT_UNKNOWN', `没有登录名为 ${loginName} 的账号，请核对后重试。`);
  const { oneTimePassword } = await identity.accounts.resetPassword(account.accountId);
  say(`一次性口令：${oneTimePassword}`);
  say('原有登录已全部失效；用一次性口令登录后须立即修改。');
}
