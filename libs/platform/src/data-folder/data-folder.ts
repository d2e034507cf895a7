import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../durable-file';
import { stopOrphan } from '../embedded/postgres-process';
import { errorCode } from '../error-code';
import { type Logger } from '../logger';
import { TaizhangError } from '../taizhang-error';
import { type FolderLock, lockFolder } from './folder-lock';
import { writeRuntime, type RuntimeAddresses, removeRuntime } from './runtime-file';

/** Layout of the data folder that this program writes. Raise it when an older program could no longer read it. */
export const DATA_FORMAT = 2;

const formatFile = z.object({ format: z.int() });

/** A data folder that this process holds. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** Tells other programs of the same person, such as the command line, how to reach the running database. */
  publish(addresses: RuntimeAddresses): Promise<void>;
  /** Gives the folder back. */
  close(): Promise<void>;
}

/**
 * Makes and takes a data folder for this process: checks that it can be written, takes its lock, stops what a killed
 * holder left running in it, and checks that this program can read its data.
 * @param toClear what is in it is only to be removed, so that it may be of 0.1
 * @throws `DATA.UNWRITABLE`, `DATA.LOCKED`, `DATA.NEWER`, `DATA.OLD`
 */
export async function openDataFolder(
  path: string,
  logger: Logger,
  { toClear = false }: { readonly toClear?: boolean } = {},
): Promise<DataFolder> {
  const folder = resolve(path);
  await makeWritable(folder);
  const lock = await lockFolder(folder);
  try {
    await checkFormat(folder, toClear);
    await recover(folder, lock, logger);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return {
    path: folder,
    publish: (addresses) => writeRuntime(folder, addresses),
    close: async () => {
      await removeRuntime(folder);
      await lock.release();
    },
  };
}

async function makeWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, 'probe');
    await rm(probe);
  } catch (error) {
    const message = `数据文件夹 ${folder} 无法写入，请检查权限和磁盘空间，或用 TAIZHANG_DATA 另指定一个文件夹。`;
    throw new TaizhangError('DATA.UNWRITABLE', message, { folder, reason: errorCode(error) }, error);
  }
}

async function recover(folder: string, lock: FolderLock, logger: Logger): Promise<void> {
  if (lock.tookOver) logger.warn({ folder }, '上次运行未正常退出，正在接管数据文件夹。');
  await removeRuntime(folder);
  await stopOrphan(join(folder, 'postgres'), logger);
}

async function checkFormat(folder: string, toClear: boolean): Promise<void> {
  const path = join(folder, 'format.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    await writeDurably(path, JSON.stringify({ format: DATA_FORMAT }));
    return;
  }
  const { format } = formatFile.parse(JSON.parse(text));
  if (format < DATA_FORMAT && !toClear) {
    const message = `数据文件夹 ${folder} 由 0.1 预览版建立，本版本不能使用，请用 TAIZHANG_DATA 另指定一个文件夹；未改动任何内容。`;
    throw new TaizhangError('DATA.OLD', message, { found: format, supported: DATA_FORMAT });
  }
  if (format > DATA_FORMAT) {
    const message = `数据文件夹由更新版本的程序写过（格式 ${format}，本程序支持到 ${DATA_FORMAT}），请换用新版本程序。`;
    throw new TaizhangError('DATA.NEWER', message, { found: format, supported: DATA_FORMAT });
  }
}
