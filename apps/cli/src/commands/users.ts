import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Act, ownContext } from '#engine';
import { type Account } from '#identity';
import { type Config, TaizhangError } from '#platform';
import { appointAdministrator, type Foundation } from '#runtime';
import { say } from '../output';
import { withEngine } from '../with-engine';
import { onFoundation } from './on-foundation';

const USAGE =
  '用法：taizhang users list，taizhang users reset-password 登录名（重置口令），或 taizhang users appoint 登录名（任命安全管理员）。';

/** Accounts, for the person at the machine: whoever may read the data folder may reset a password, and make an administrator. */
export async function usersCommand(config: Config, action: string, loginName: string | undefined): Promise<void> {
  const work = async (foundation: Foundation): Promise<void> => {
    if (action === 'list') return list(foundation);
    if (action === 'reset-password' && loginName) return resetPassword(foundation, loginName);
    if (action === 'appoint' && loginName) return appoint(foundation, loginName);
    throw new TaizhangError('CLI.USAGE', USAGE);
  };
  await onFoundation(config, work, action === 'list' ? 'looking' : 'writing');
}

async function list({ identity }: Foundation): Promise<void> {
  for (const { loginName, displayName, disabledAt } of await identity.accounts.listAccounts({})) {
    say(`${loginName}  ${displayName}${disabledAt ? '  （已停用）' : ''}`);
  }
}

/** On record before it is done: whoever may read the data folder may reset any password, and the auditor sees that somebody did. */
async function resetPassword(foundation: Foundation, loginName: string): Promise<void> {
  const { accountId } = await accountNamed(foundation, loginName);
  await withEngine(foundation, (engine) => noteReset(engine.get(CommandBus), accountId));
  const { oneTimePassword } = await foundation.identity.accounts.resetPassword(accountId);
  say(`一次性口令：${oneTimePassword}`);
  say('原有登录已全部失效；用一次性口令登录后须立即修改。');
}

/** Where one administrator is left who took the others out, nobody decides what takes two: whoever owns the machine appoints somebody. */
async function appoint(foundation: Foundation, loginName: string): Promise<void> {
  const { accountId, displayName } = await accountNamed(foundation, loginName);
  await withEngine(foundation, (engine) => appointAdministrator(engine.get(CommandBus), accountId));
  say(`${displayName}现在是安全管理员；由其登录一次并修改口令后，即可复核账号申请。`);
}

async function accountNamed({ identity }: Foundation, loginName: string): Promise<Account> {
  const account = await identity.accounts.findAccountByLoginName(loginName);
  if (account) return account;
  throw new TaizhangError('IDENTITY.ACCOUNT_UNKNOWN', `没有登录名为 ${loginName} 的账号，请核对后重试。`);
}

async function noteReset(bus: CommandBus, accountId: string): Promise<void> {
  const command = { type: 'account.note-reset', data: {} } as const;
  await bus.execute(new Act({ aggregate: 'account', id: accountId, command }, ownContext(randomUUID())));
}
