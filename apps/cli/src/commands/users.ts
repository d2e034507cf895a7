import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Act, ownContext } from '#engine';
import { type Config, TaizhangError } from '#platform';
import { type Foundation } from '#runtime';
import { say } from '../output';
import { withEngine } from '../with-engine';
import { onFoundation } from './on-foundation';

/** Accounts, for the person at the machine: whoever may read the data folder may reset a password. */
export async function usersCommand(config: Config, action: string, loginName: string | undefined): Promise<void> {
  const work = async (foundation: Foundation): Promise<void> => {
    if (action === 'list') return list(foundation);
    if (action === 'reset-password' && loginName) return resetPassword(foundation, loginName);
    throw new TaizhangError('CLI.USAGE', '用法：taizhang users list，或 taizhang users reset-password 登录名。');
  };
  await onFoundation(config, work, action === 'reset-password' ? 'writing' : 'looking');
}

async function list({ identity }: Foundation): Promise<void> {
  for (const { loginName, displayName, disabledAt } of await identity.accounts.listAccounts({})) {
    say(`${loginName}  ${displayName}${disabledAt ? '  （已停用）' : ''}`);
  }
}

/** On record before it is done: whoever may read the data folder may reset any password, and the auditor sees that somebody did. */
async function resetPassword(foundation: Foundation, loginName: string): Promise<void> {
  const { identity } = foundation;
  const account = await identity.accounts.findAccountByLoginName(loginName);
  if (!account) throw new TaizhangError('IDENTITY.ACCOUNT_UNKNOWN', `没有登录名为 ${loginName} 的账号，请核对后重试。`);
  await withEngine(foundation, (engine) => noteReset(engine.get(CommandBus), account.accountId));
  const { oneTimePassword } = await identity.accounts.resetPassword(account.accountId);
  say(`一次性口令：${oneTimePassword}`);
  say('原有登录已全部失效；用一次性口令登录后须立即修改。');
}

async function noteReset(bus: CommandBus, accountId: string): Promise<void> {
  const command = { type: 'account.note-reset', data: {} } as const;
  await bus.execute(new Act({ aggregate: 'account', id: accountId, command }, ownContext(randomUUID())));
}
