import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createLogger, processStart, stopOrphan } from '#platform';

const NAME = /^taizhang-bench-(\d+)-/u;

/** A new data folder, named after this process. */
export function makeBenchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `taizhang-bench-${process.pid}-`));
}

/**
 * Takes away what a bench that was ended half way has left: some gigabytes, and a PostgreSQL that still runs on them. A folder
 * whose process lives, or whose number another one has now, stays.
 */
export async function sweepBenchFolders(): Promise<void> {
  const logger = createLogger('warn');
  for (const name of await readdir(tmpdir())) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid === undefined || processStart(Number(pid)) !== undefined) continue;
    const folder = join(tmpdir(), name);
    const found = await lstat(folder);
    // The folder for temporary files is everybody's.
    if (!found.isDirectory() || found.uid !== userInfo().uid) continue;
    await stopOrphan(join(folder, 'postgres'), logger);
    await rm(folder, { recursive: true, force: true });
  }
}
