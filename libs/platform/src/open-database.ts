import { resolve } from 'node:path';
import { type Config } from './config';
import { type DataFolder, openDataFolder } from './data-folder/data-folder';
import { findHolder } from './data-folder/folder-lock';
import { readRuntime, type RuntimeAddresses } from './data-folder/runtime-file';
import { startEmbeddedPostgres } from './embedded/embedded-postgres';
import { APP_ROLE } from './embedded/postgres-setup';
import { type Logger } from './logger';
import { poll } from './poll';
import { TaizhangError } from './taizhang-error';

/** The database a process works on. */
export interface OpenDatabase {
  /** As its owner: for migrations only. */
  readonly ownerUrl: string;
  /** As the program. */
  readonly appUrl: string;
  /** Name of the program's role, to be given to `migrate`. */
  readonly appRole: string;
  /**
   * `external` is the administrator's (`DATABASE_URL`), `embedded` was started by this process, `attached` is one that
   * another process of the same data folder runs.
   */
  readonly kind: 'external' | 'embedded' | 'attached';
  /** Settles when an embedded PostgreSQL is stopped or is lost for good; never for the other kinds. */
  readonly ended: Promise<void>;
  /** Stops what this process started and gives the data folder back; leaves everything else alone. */
  close(): Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);
/** A holder that is just starting makes its cluster or recovers from a crash before it publishes its addresses. */
const ATTACH_LIMIT = 60_000;

/**
 * The database of the running product: the administrator's where `DATABASE_URL` is set, the embedded one otherwise.
 * @throws `DATA.*` and `POSTGRES.*` of the embedded one; an external one is not asked yet
 */
export async function openDatabase(config: Config, logger: Logger): Promise<OpenDatabase> {
  const given = external(config);
  if (given !== undefined) return given;
  const folder = await openDataFolder(config.dataFolder, logger);
  const database = await startOn(folder, logger);
  try {
    await folder.publish(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * The database for a command: the administrator's, or that of the product running on the data folder, or the embedded
 * one started for as long as the command takes.
 * @throws `DATA.HOLDER_NOT_READY` if a holder lives but does not publish its database within a minute
 */
export async function attachOrStart(config: Config, logger: Logger): Promise<OpenDatabase> {
  return external(config) ?? (await attachOrStartFolder(config.dataFolder, logger));
}

function external({ databaseUrl, databaseOwnerUrl }: Config): OpenDatabase | undefined {
  if (databaseUrl === undefined) return undefined;
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  // An address without a name leaves it to the server's defaults; then the usual name is as good as any.
  const appRole = decodeURIComponent(new URL(databaseUrl).username) || APP_ROLE;
  return { ownerUrl, appUrl: databaseUrl, appRole, kind: 'external', ended: NEVER, close: async () => undefined };
}

async function attachOrStartFolder(path: string, logger: Logger): Promise<OpenDatabase> {
  const folder = resolve(path);
  const found = await poll(() => attachOrTake(folder, logger), ATTACH_LIMIT, 100);
  if (found === undefined) {
    const holder = await findHolder(folder);
    const message = `数据文件夹正被进程 ${holder?.pid ?? 0} 使用，但其数据库尚未就绪，请稍后重试。`;
    throw new TaizhangError('DATA.HOLDER_NOT_READY', message, { pid: holder?.pid });
  }
  // Not published: nobody should attach to a database that goes away when this command is done.
  if ('publish' in found) return startOn(found, logger);
  return { ...found, appRole: APP_ROLE, kind: 'attached', ended: NEVER, close: async () => undefined };
}

/** @returns undefined while a holder lives whose database is not up yet */
async function attachOrTake(folder: string, logger: Logger): Promise<RuntimeAddresses | DataFolder | undefined> {
  const holder = await findHolder(folder);
  if (holder !== undefined) return readRuntime(folder, holder.pid);
  try {
    return await openDataFolder(folder, logger);
  } catch (error) {
    // Another process took it since we looked: attach to that one.
    if (error instanceof TaizhangError && error.code === 'DATA.LOCKED') return undefined;
    throw error;
  }
}

async function startOn(folder: DataFolder, logger: Logger): Promise<OpenDatabase> {
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder: folder.path, logger });
    const close = async (): Promise<void> => {
      await postgres.stop();
      await folder.close();
    };
    const { ownerUrl, appUrl, ended } = postgres;
    return { ownerUrl, appUrl, appRole: APP_ROLE, kind: 'embedded', ended, close };
  } catch (error) {
    await folder.close();
    throw error;
  }
}
