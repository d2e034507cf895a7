import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processStart } from '../process-identity';
import { TaizhangError } from '../taizhang-error';

const owner = z.object({ pid: z.int(), start: z.string(), host: z.string() });

/** Who holds a data folder. `start` tells a process from a later one with the same pid. */
export type LockOwner = z.infer<typeof owner>;

/** A held lock. */
export interface FolderLock {
  /** True if a former holder died without giving it back. */
  readonly tookOver: boolean;
  release(): Promise<void>;
}

const ATTEMPTS = 5;

/**
 * Takes the lock of a data folder. Each contender first announces itself in a file of its own in `<folder>/lock/` and
 * then looks for others: of any two, the later one sees the earlier and steps back. No file is ever taken from a
 * living process, so there is no moment at which two hold it, whenever one is killed.
 * @throws `DATA.LOCKED`, naming the living holder's pid
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const locks = join(folder, 'lock');
  await mkdir(locks, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const mine = await announce(locks);
    const others = await readOthers(locks, mine);
    const living = others.find(({ holder }) => isAlive(holder));
    if (living === undefined) {
      for (const { file } of others) await rm(join(locks, file), { force: true });
      return { tookOver: others.length > 0, release: () => rm(join(locks, mine), { force: true }) };
    }
    await rm(join(locks, mine), { force: true });
    // The other may be a contender that steps back for us at this very moment.
    if (attempt === ATTEMPTS) throw locked(living.holder);
    await sleep(Math.random() * 20 * attempt);
  }
}

/** The living holder of a data folder, if there is one. Takes nothing. */
export async function findHolder(folder: string): Promise<LockOwner | undefined> {
  const others = await readOthers(join(folder, 'lock'), '');
  return others.map(({ holder }) => holder).find(isAlive);
}

/** Renamed into place, so that nobody reads half an announcement. */
async function announce(locks: string): Promise<string> {
  const start = processStart(process.pid);
  if (start === undefined) throw new Error('this process has no start time');
  const holder: LockOwner = { pid: process.pid, start, host: hostname() };
  const file = `${process.pid}-${randomBytes(6).toString('hex')}.json`;
  const beside = join(locks, `${file}.new`);
  await writeFile(beside, JSON.stringify(holder), { mode: 0o600 });
  await rename(beside, join(locks, file));
  return file;
}

async function readOthers(locks: string, mine: string): Promise<{ file: string; holder: LockOwner }[]> {
  const names = await readdir(locks).catch(() => []);
  const found: { file: string; holder: LockOwner }[] = [];
  for (const file of names.filter((name) => name.endsWith('.json') && name !== mine)) {
    // It may be given back between the listing and the reading.
    const text = await readFile(join(locks, file), 'utf8').catch(() => undefined);
    if (text !== undefined) found.push({ file, holder: parseOwner(text) });
  }
  return found;
}

/** A file that a power cut emptied names nobody; nobody is dead. */
function parseOwner(text: string): LockOwner {
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return { pid: 0, start: '', host: '' };
  }
}

function isAlive(holder: LockOwner): boolean {
  return holder.pid > 0 && processStart(holder.pid) === holder.start;
}

function locked({ pid, host }: LockOwner): TaizhangError {
  const message = `数据文件夹正被进程 ${pid} 使用，请先停止它，或用 TAIZHANG_DATA 另指定一个文件夹。`;
  return new TaizhangError('DATA.LOCKED', message, { pid, host });
}
