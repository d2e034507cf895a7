import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandBus } from '@nestjs/cqrs';
import { ACCOUNT_ACTS, type Role } from '#domain';
import { Act, type CommandContext, type CommandOutcome, derivedId, ownContext } from '#engine';
import { comparePositions, type Position } from '#event-store';
import { type Foundation } from '../foundation/foundation';

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

/** The id is fixed, so that a start after a crash goes on with the same account and the same posts. */
const ACCOUNT = derivedId('first-administrator');

/**
 * Makes the first administrator's account when there is no account yet. The one-time password goes to a 0600 file in the
 * data folder and nowhere else.
 * @returns null when accounts were there
 */
export async function ensureFirstAccount({ identity, config }: Foundation): Promise<FirstSignIn | null> {
  const created = await identity.accounts.ensureFirstAdministrator({ bootstrap: true, accountId: ACCOUNT });
  return created && leavePassword(created, config.dataFolder);
}

/**
 * Grants the first administrator's posts. They are asked for at each start: a command that was carried out before changes
 * nothing, also when a post has been revoked since, and a crash in between leaves no administrator without posts.
 * @returns the position from which on the posts hold; null when the first account was made in another way
 */
export async function ensureFirstPosts({ identity }: Foundation, bus: CommandBus): Promise<Position | null> {
  return (await identity.accounts.findAccount(ACCOUNT)) ? grantFirstPosts(bus) : null;
}

type Created = NonNullable<Awaited<ReturnType<Foundation['identity']['accounts']['ensureFirstAdministrator']>>>;

async function leavePassword({ account, oneTimePassword }: Created, dataFolder: string): Promise<FirstSignIn> {
  const passwordFile = join(dataFolder, 'first-sign-in.txt');
  const text = `登录名：${account.loginName}\n一次性口令：${oneTimePassword}\n首次登录后须修改口令；修改后请删除本文件。\n`;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, text, { mode: 0o600 });
  return { loginName: account.loginName, passwordFile };
}

/**
 * Grants an account the security administrator's post on the word of whoever sits at the machine: the way out where nobody else is able to
 * decide what takes two. It is on record as the program's own.
 * @throws CommandRefused POST.EXISTS, or where the post does not go with those that are held
 */
export async function appointAdministrator(bus: CommandBus, accountId: string): Promise<void> {
  const { id: unitId } = await administration(bus);
  const step = ACCOUNT_ACTS['account.grant-post'].step(accountId, { unitId, role: 'security-administrator' });
  await bus.execute(new Act(step, ownContext(randomUUID())));
}

function administration(bus: CommandBus): Promise<CommandOutcome> {
  const unit = { type: 'unit.create', data: { name: ADMINISTRATION, parentId: null } } as const;
  return bus.execute(new Act({ aggregate: 'unit', id: null, command: unit }, contextOf('unit')));
}

async function grantFirstPosts(bus: CommandBus): Promise<Position> {
  const { id: unitId, position } = await administration(bus);
  const create = ACCOUNT_ACTS['account.create'].step(ACCOUNT, {});
  const positions = [position, (await bus.execute(new Act(create, contextOf('account')))).position];
  for (const role of FIRST_POSTS) {
    const step = ACCOUNT_ACTS['account.grant-post'].step(ACCOUNT, { unitId, role });
    positions.push((await bus.execute(new Act(step, contextOf(`post ${role}`)))).position);
  }
  return positions.reduce((one, other) => (comparePositions(one, other) > 0 ? one : other));
}

function contextOf(part: string): CommandContext {
  return ownContext(derivedId('first-administrator', part));
}
