import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../durable-file';

const addresses = z.object({ ownerUrl: z.string(), appUrl: z.string() });
const runtime = addresses.extend({ pid: z.int() });

/** How to reach the database that runs on a data folder. Holds passwords. */
export type RuntimeAddresses = z.infer<typeof addresses>;

const pathOf = (folder: string): string => join(folder, 'runtime.json');

/** Leaves the addresses in a file only its owner can read. */
export async function writeRuntime(folder: string, { ownerUrl, appUrl }: RuntimeAddresses): Promise<void> {
  const content: z.infer<typeof runtime> = { ownerUrl, appUrl, pid: process.pid };
  await writeDurably(pathOf(folder), JSON.stringify(content));
}

/**
 * @param holder pid of the folder's living holder: what an earlier one left does not count
 * @returns undefined as long as the holder has not published its addresses
 */
export async function readRuntime(folder: string, holder: number): Promise<RuntimeAddresses | undefined> {
  const text = await readFile(pathOf(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const found = runtime.parse(JSON.parse(text));
  return found.pid === holder ? { ownerUrl: found.ownerUrl, appUrl: found.appUrl } : undefined;
}

export async function removeRuntime(folder: string): Promise<void> {
  await rm(pathOf(folder), { force: true });
}
