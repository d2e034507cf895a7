import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Logger } from '../logger';
import { TaizhangError } from '../taizhang-error';
import { findPostgresBinaries } from './postgres-binaries';
import { ADMIN_ROLE, ensureCluster } from './postgres-cluster';
import { readOrMakeSecrets } from './postgres-secrets';
import { APP_ROLE, DATABASE, OWNER_ROLE, prepareRolesAndDatabase } from './postgres-setup';
import { PostgresSupervisor } from './postgres-supervisor';
import { findServiceUser, folderFor, canEnter, type ServiceUser } from './service-user';

/** Settings of {@link startEmbeddedPostgres}. */
export interface EmbeddedPostgresOptions {
  /** A data folder whose lock the caller holds. */
  readonly dataFolder: string;
  readonly logger: Logger;
  /** False only in tests that need speed and no promise: commits are not synced. Default true. */
  readonly durable?: boolean;
}

/** A running PostgreSQL of a data folder. If it dies it is started again under the same addresses. */
export interface EmbeddedPostgres {
  /** Database `taizhang` as its owner, for migrations. */
  readonly ownerUrl: string;
  /** Database `taizhang` as the program. */
  readonly appUrl: string;
  /** Database `postgres` as superuser. */
  readonly adminUrl: string;
  /** Process id of the postmaster that runs now. */
  pid(): number;
  /** Settles when it is stopped, or when it died and could not be started again. */
  readonly ended: Promise<void>;
  /** Stops it; sessions are cut. Calling it again does nothing. */
  stop(): Promise<void>;
}

/** Where root keeps a copy of the programs if the ones in node_modules are closed to the service user. */
const ROOT_COPIES = '/var/lib/taizhang';

/**
 * Starts the PostgreSQL shipped in an npm package on a data folder, making its cluster, roles and database the first
 * time. What an earlier, killed program left running there is stopped first.
 * @throws `POSTGRES.*`, `DATA.CLOSED_PARENT`, `DATA.POSTGRES_VERSION`, `DATA.SECRETS_LOST`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { logger, durable = true } = options;
  const dataFolder = resolve(options.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const user = await findServiceUser(join(dataFolder, 'postgres'));
  await refuseClosedFolder(dataFolder, user);
  const copies = user.uid === undefined ? join(dataFolder, 'programs') : ROOT_COPIES;
  const binaries = await findPostgresBinaries(copies, user, logger);
  const secrets = await readOrMakeSecrets(dataFolder);
  const cluster = await ensureCluster({ dataFolder, binaries, user, adminPassword: secrets.admin, logger });
  const logFile = join(dataFolder, 'postgres.log');
  const supervisor = await PostgresSupervisor.start({ cluster, logFile, binaries, user, durable, logger });
  const url = (role: string, password: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${supervisor.port}/${database}`;
  const adminUrl = url(ADMIN_ROLE, secrets.admin, 'postgres');
  try {
    await prepareRolesAndDatabase(adminUrl, secrets);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return {
    ownerUrl: url(OWNER_ROLE, secrets.owner, DATABASE),
    appUrl: url(APP_ROLE, secrets.app, DATABASE),
    adminUrl,
    pid: () => supervisor.pid,
    ended: supervisor.ended,
    stop: () => supervisor.stop(),
  };
}

/** Refuses a folder that the service user can neither enter by its path nor receive as its working directory. */
async function refuseClosedFolder(folder: string, user: ServiceUser): Promise<void> {
  if (folderFor(user, folder) !== folder || (await canEnter(folder, user))) return;
  const message = `以 root 启动时数据库改用用户 postgres 运行，但它无权进入 ${folder}，请用 TAIZHANG_DATA 指定开放的目录，或换普通用户启动。`;
  throw new TaizhangError('DATA.CLOSED_PARENT', message, { folder });
}
