import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, type Logger, openDataFolder, TaizhangError, writeDurably } from '#platform';

/** What stands in a demonstration's folder about itself. Holds passwords of made-up people. */
const recordSchema = z.object({
  /** Unfinished until the whole year has been played. */
  finished: z.boolean(),
  today: z.string(),
  seed: z.int(),
  signIns: z.array(z.object({ loginName: z.string(), password: z.string() })),
});

/** See `recordSchema`. */
export type DemoRecord = z.infer<typeof recordSchema>;

/** The file by which a folder is known to be the demonstration's own. */
const FILE = 'demo.json';
/** Who holds the folder is told by this; it is never cleared. */
const LOCK = 'lock';

/**
 * What the demonstration left in a folder: null when there is nothing.
 * @throws TaizhangError DEMO.NOT_A_DEMO for a folder that holds anything else
 */
export async function readDemoFolder(folder: string): Promise<DemoRecord | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(absent);
  if (text !== null) return parsed(text, folder);
  const others = (await readdir(folder).catch(absent)) ?? [];
  if (others.some((name) => name !== LOCK)) throw notADemo(folder);
  return null;
}

/** Leaves the record in the folder, readable by its owner only. */
export async function writeDemoRecord(folder: string, record: DemoRecord): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(join(folder, FILE), JSON.stringify(record));
}

/**
 * Clears what the demonstration left, the record last: a crash in between leaves a folder that is still known.
 * @throws TaizhangError DEMO.NOT_A_DEMO, and DATA.LOCKED while somebody uses the folder
 */
export async function clearDemoFolder(folder: string, logger: Logger): Promise<void> {
  const record = await readDemoFolder(folder);
  if (record === null) return;
  // Taking the folder also stops what a killed holder has left running in it.
  const held = await openDataFolder(folder, logger, { toClear: true });
  try {
    await writeDemoRecord(folder, { ...record, finished: false });
    const names = (await readdir(folder)).filter((name) => name !== LOCK && name !== FILE);
    for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
    await rm(join(folder, FILE));
  } finally {
    await held.close();
  }
}

function parsed(text: string, folder: string): DemoRecord {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    throw notADemo(folder);
  }
}

function absent(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}

function notADemo(folder: string): TaizhangError {
  const message = `文件夹 ${folder} 里有不是演示留下的内容，演示不会动它，请用 --data 另指定一个空文件夹。`;
  return new TaizhangError('DEMO.NOT_A_DEMO', message, { folder });
}
