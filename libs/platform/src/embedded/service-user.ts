import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { TaizhangError } from '../taizhang-error';

const run = promisify(execFile);

/** Whom PostgreSQL runs as: numeric ids, or nothing for "as ourselves". */
export interface ServiceUser {
  readonly uid?: number;
  readonly gid?: number;
}

const USER = 'postgres';

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the cluster, or, for a new one, as the user
 * `postgres`, who is created where there is none. Otherwise it runs as ourselves.
 * @param cluster folder that may be there already
 * @throws `POSTGRES.NO_USER` if that user cannot be created
 */
export async function findServiceUser(cluster: string): Promise<ServiceUser> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await create());
}

async function lookUp(): Promise<ServiceUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([name]) => name === USER) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

async function create(): Promise<ServiceUser> {
  // Another start may create the user at the same moment: what counts is that the user is there afterwards.
  const failure: unknown = await run('useradd', ['--system', '--user-group', '--no-create-home', USER])
    .catch(() => run('adduser', ['-S', '-D', '-H', USER]))
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  const user = await lookUp();
  if (user !== undefined) return user;
  const message = 'PostgreSQL 不能以 root 运行，且无法创建用户 postgres，请先创建该用户或换普通用户启动。';
  throw new TaizhangError('POSTGRES.NO_USER', message, {}, failure);
}

/** Whether the user may pass through every folder down to `path`, by their mode bits. */
export async function isOpenFor(path: string, user: ServiceUser): Promise<boolean> {
  if (user.uid === undefined) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

/**
 * How a program run as `user` is told its folder. On Linux a service user gets it as "where you stand", because it may
 * not be allowed to walk there: root's own folders, such as a home or a private temporary one, are closed to it.
 */
export function folderFor(user: ServiceUser, folder: string): string {
  return user.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}
