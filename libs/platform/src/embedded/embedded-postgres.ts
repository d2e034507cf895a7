import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Logger } from '../logger';
import { TaizhangError } from '../taizhang-error';
import { findPostgresBinaries } from './postgres-binaries';
import { ADMIN_ROLE, ensureCluster } from './postgres-cluster';
import { startPostgres, stopPostgres } from './postgres-process';
import { readOrMakeSecrets } from './postgres-secrets';
import { APP_ROLE, DATABASE, OWNER_ROLE, prepareRolesAndDatabase } from './postgres-setup';
import { findServiceUser, firstClosedFolder, type ServiceUser } from './service-user';

/** Settings of {@link startEmbeddedPostgres}. */
export interface EmbeddedPostgresOptions {
  /** A data folder whose lock the caller holds. */
  readonly dataFolder: string;
  readonly logger: Logger;
  /** False only in tests that need speed and no promise: commits are not synced. Default true. */
  readonly durable?: boolean;
}

/** A running PostgreSQL of a data folder. */
export interface EmbeddedPostgres {
  /** Database `taizhang` as its owner, for migrations. */
  readonly ownerUrl: string;
  /** Database `taizhang` as the program. */
  readonly appUrl: string;
  /** Database `postgres` as superuser. */
  readonly adminUrl: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Settles when the postmaster has ended, whether asked to or not. */
  readonly exited: Promise<unknown>;
  /** Stops it; sessions are cut. Calling it again does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL shipped in an npm package on a data folder, making its cluster, roles and database the first
 * time. What an earlier, killed program left running there is stopped first.
 * @throws `POSTGRES.*`, `DATA.CLOSED_PARENT`, `DATA.POSTGRES_VERSION`, `DATA.SECRETS_LOST`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { logger, durable = true } = options;
  const dataFolder = resolve(options.dataFolder);
  const user = await findServiceUser();
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await letThrough(dataFolder, user);
  const binaries = await findPostgresBinaries(join(dataFolder, 'postgres-libraries'));
  await refuseClosedFolders([dataFolder, dirname(binaries.postgres)], user);
  const secrets = await readOrMakeSecrets(dataFolder);
  const cluster = await ensureCluster({ dataFolder, binaries, user, adminPassword: secrets.admin, logger });
  const logFile = join(dataFolder, 'postgres.log');
  const running = await startPostgres({ cluster, logFile, binaries, user, durable, logger });
  const url = (role: string, password: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${running.port}/${database}`;
  const adminUrl = url(ADMIN_ROLE, secrets.admin, 'postgres');
  try {
    await prepareRolesAndDatabase(adminUrl, secrets);
  } catch (error) {
    await stopPostgres(running.pid);
    throw error;
  }
  return {
    ownerUrl: url(OWNER_ROLE, secrets.owner, DATABASE),
    appUrl: url(APP_ROLE, secrets.app, DATABASE),
    adminUrl,
    pid: running.pid,
    exited: running.exited,
    stop: () => stopPostgres(running.pid),
  };
}

/** Root's data folder may be passed through, though not listed, by the user PostgreSQL runs as. */
async function letThrough(dataFolder: string, user: ServiceUser): Promise<void> {
  if (user.gid === undefined) return;
  await chown(dataFolder, 0, user.gid);
  await chmod(dataFolder, 0o710);
}

async function refuseClosedFolders(folders: readonly string[], user: ServiceUser): Promise<void> {
  for (const folder of folders) {
    const closed = await firstClosedFolder(folder, user);
    if (closed === undefined) continue;
    const message = `以 root 启动时数据库改用用户 postgres 运行，但该用户无权进入 ${closed}，请把程序和数据放到 /opt、/srv 等开放目录（数据用 TAIZHANG_DATA 指定），或换普通用户启动。`;
    throw new TaizhangError('DATA.CLOSED_PARENT', message, { folder: closed });
  }
}
