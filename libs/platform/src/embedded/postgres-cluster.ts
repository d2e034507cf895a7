import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, lchown, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../durable-file';
import { type Logger } from '../logger';
import { TaizhangError } from '../taizhang-error';
import { type PostgresBinaries } from './postgres-binaries';
import { folderFor, type ServiceUser } from './service-user';

/** Superuser of the embedded cluster. */
export const ADMIN_ROLE = 'postgres';
/** Major version of the shipped PostgreSQL; the package's version begins with it. */
const MAJOR_VERSION = '18';
const HALF_MADE = 'postgres.new-';

/** What {@link ensureCluster} needs. */
export interface ClusterPlan {
  readonly dataFolder: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServiceUser;
  readonly adminPassword: string;
  readonly logger: Logger;
}

/**
 * Makes the cluster folder `<dataFolder>/postgres` unless it is there; one that root has copied is handed over. It is made
 * beside and renamed when it is complete and synced: what a crash leaves half made never looks like a cluster, and is swept
 * away by the next start.
 * @returns the cluster's folder
 * @throws `DATA.POSTGRES_VERSION` if it was made by another major version; `POSTGRES.INIT_FAILED`
 */
export async function ensureCluster(plan: ClusterPlan): Promise<string> {
  const cluster = join(plan.dataFolder, 'postgres');
  await sweepHalfMade(plan);
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await makeCluster(plan, cluster);
  else if (version.trim() !== MAJOR_VERSION) {
    const message = `数据文件夹由 PostgreSQL ${version.trim()} 建立，本程序自带 ${MAJOR_VERSION}，请换用相应版本的程序或先导出再导入。`;
    throw new TaizhangError('DATA.POSTGRES_VERSION', message, { found: version.trim(), wanted: MAJOR_VERSION });
  } else await handOver(plan, cluster);
  return cluster;
}

/**
 * What root has copied belongs to root, and PostgreSQL takes no folder that is not its own. The folder itself comes last: an
 * interrupted start finds by it that there is more to do.
 */
async function handOver({ user, logger }: ClusterPlan, cluster: string): Promise<void> {
  const { uid, gid } = user;
  if (uid === undefined || gid === undefined || (await stat(cluster)).uid === uid) return;
  logger.info('数据库文件夹不属于数据库用户（可能由 root 复制而来），正在移交。');
  for (const name of await readdir(cluster, { recursive: true })) await lchown(join(cluster, name), uid, gid);
  await lchown(cluster, uid, gid);
}

async function sweepHalfMade({ dataFolder, logger }: ClusterPlan): Promise<void> {
  const names = (await readdir(dataFolder)).filter((name) => name.startsWith(HALF_MADE));
  for (const name of names) {
    // An initdb that outlived its parent may still write here; what cannot be removed now goes at the next start.
    await rm(join(dataFolder, name), { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) => {
      logger.warn({ err: error, name }, '未能清除半成品数据库文件夹，下次启动时再清。');
    });
  }
}

async function makeCluster(plan: ClusterPlan, cluster: string): Promise<void> {
  const beside = join(plan.dataFolder, `${HALF_MADE}${randomBytes(6).toString('hex')}`);
  await mkdir(beside, { mode: 0o700 });
  await giveTo(plan.user, beside);
  const failure = await initdb(plan, beside);
  if (failure !== undefined) {
    await rm(beside, { recursive: true, force: true });
    plan.logger.error({ output: failure }, '内置数据库初始化失败。');
    throw new TaizhangError('POSTGRES.INIT_FAILED', '内置数据库初始化失败，请查看日志中的原因后重试。');
  }
  await rename(beside, cluster);
  await syncFolder(plan.dataFolder);
}

/** @returns what it said if it failed */
async function initdb(plan: ClusterPlan, folder: string): Promise<string | undefined> {
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, plan.adminPassword, { mode: 0o600 });
  await giveTo(plan.user, passwordFile);
  const password = await open(passwordFile);
  try {
    const child = spawn(plan.binaries.initdb, initdbArguments(folderFor(plan.user, folder)), {
      ...plan.user,
      cwd: folder,
      stdio: [password.fd, 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    });
    const output = child.stderr?.setEncoding('utf8').toArray();
    await once(child, 'close');
    return child.exitCode === 0 ? undefined : ((await output) ?? []).join('');
  } catch (error) {
    return String(error);
  } finally {
    await password.close();
    await rm(passwordFile, { force: true });
  }
}

async function giveTo(user: ServiceUser, path: string): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
}

/** The builtin provider sorts alike on every machine, whatever locales it has. */
function initdbArguments(folder: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${ADMIN_ROLE}`,
    '--pwfile=/dev/stdin',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
}
