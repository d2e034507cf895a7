import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { TaizhangError } from '../taizhang-error';

const run = promisify(execFile);

/** The account that PostgreSQL runs as: numeric ids, or none for the account of this process. */
export interface ServiceUser {
  readonly uid?: number;
  readonly gid?: number;
}

const USER = 'postgres';

/**
 * Chooses the account for PostgreSQL, which refuses to run as root. A process that is not root uses its own account. For root
 * it is the owner of the cluster's folder or, for a new cluster, the user `postgres`, created if missing.
 * @param cluster folder of the cluster, which may not exist yet
 * @throws `POSTGRES.NO_USER` if the user cannot be created
 */
export async function findServiceUser(cluster: string): Promise<ServiceUser> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findPostgresUser()) ?? (await createPostgresUser());
}

async function findPostgresUser(): Promise<ServiceUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([name]) => name === USER) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

async function createPostgresUser(): Promise<ServiceUser> {
  // A failure is ignored when the user exists afterwards: another start may have created it at the same moment.
  const failure: unknown = await run('useradd', ['--system', '--user-group', '--no-create-home', USER])
    .catch(() => run('adduser', ['-S', '-D', '-H', USER]))
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  const user = await findPostgresUser();
  if (user !== undefined) return user;
  const message = 'PostgreSQL 不能以 root 运行，且无法创建用户 postgres，请先创建该用户或换普通用户启动。';
  throw new TaizhangError('POSTGRES.NO_USER', message, {}, failure);
}

/** True when the mode bits of every folder down to `path` let the user through. */
export async function canEnter(path: string, user: ServiceUser): Promise<boolean> {
  if (user.uid === undefined) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

/**
 * The path by which a program run as `user` opens its folder. On Linux a service user gets its working directory as
 * `/proc/self/cwd`: it may not be allowed to walk to the real path, since root's home and private temporary folders are closed
 * to it.
 */
export function folderFor(user: ServiceUser, folder: string): string {
  return user.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}
