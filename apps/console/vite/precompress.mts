import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { type Plugin } from 'vite';

/** Below so many bytes a compressed copy saves nothing worth a file. */
const LEAST_BYTES = 1_024;

/** Writes a .gz and a .br beside every asset once, so that the api never compresses while answering. */
export function precompress(): Plugin {
  return {
    name: 'taizhang-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const names = await readdir(join(dir, 'assets'));
      await Promise.all(names.map((name) => compress(join(dir, 'assets', name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < LEAST_BYTES) return;
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
}
