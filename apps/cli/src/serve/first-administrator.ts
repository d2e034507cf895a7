import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandBus } from '@nestjs/cqrs';
import { ENGINE_ACTOR, type Role } from '#domain';
import { type CommandContext, derivedId, PostAct, UnitAct, unitIdFor } from '#engine';
import { type Foundation } from '../foundation';

/** The unit that the first administrator's posts are in. */
const ADMINISTRATION = '系统管理';

/** The first administrator sets up others and then grants the security post to somebody else (等保: separate administrators). */
const FIRST_POSTS: readonly Exclude<Role, 'engine'>[] = ['system-administrator', 'security-administrator'];

/** Where the one-time password is left for the person who started the program. */
export interface FirstSignIn {
  readonly loginName: string;
  /** A file that only its owner can read. */
  readonly passwordFile: string;
}

/**
 * Makes the first administrator when there is no account yet. The one-time password goes to a 0600 file in the data
 * folder and nowhere else. Both posts take their ids from the account, so that a start after a crash grants no second one.
 * @returns null when accounts were there
 */
export async function ensureFirstAdministrator(foundation: Foundation, bus: CommandBus): Promise<FirstSignIn | null> {
  const created = await foundation.identity.accounts.ensureFirstAdministrator({ bootstrap: true });
  if (!created) return null;
  const { account, oneTimePassword } = created;
  const passwordFile = join(foundation.config.dataFolder, 'first-sign-in.txt');
  const text = `登录名：${account.loginName}\n一次性口令：${oneTimePassword}\n首次登录后须修改口令；修改后请删除本文件。\n`;
  await writeFile(passwordFile, text, { mode: 0o600 });
  await grantFirstPosts(account.accountId, bus);
  return { loginName: account.loginName, passwordFile };
}

async function grantFirstPosts(accountId: string, bus: CommandBus): Promise<void> {
  const unitId = unitIdFor(ADMINISTRATION, null);
  const unit = { type: 'unit.create', data: { name: ADMINISTRATION, parentId: null } } as const;
  await bus.execute(new UnitAct(unitId, unit, contextOf('first-unit')));
  for (const role of FIRST_POSTS) {
    const data = { accountId, unitId, role, ledgerId: null };
    const postId = derivedId('post', accountId, unitId, role, '');
    await bus.execute(new PostAct(postId, { type: 'post.grant', data }, contextOf(`first-post-${role}-${accountId}`)));
  }
}

function contextOf(part: string): CommandContext {
  const commandId = derivedId('first-administrator', part);
  return { actor: ENGINE_ACTOR, commandId, correlationId: commandId, causationId: null };
}
