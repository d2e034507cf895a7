import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../durable-file';
import { errorCode } from '../error-code';

const secrets = z.object({ admin: z.string(), owner: z.string(), app: z.string() });

/** Passwords of the three roles of a folder's PostgreSQL. */
export type PostgresSecrets = z.infer<typeof secrets>;

/**
 * Reads a folder's passwords, or makes them up and keeps them in a file only its owner can read.
 * They are on the disk before the cluster is made with them, so that a crash in between locks nobody out.
 */
export async function readOrMakeSecrets(dataFolder: string): Promise<PostgresSecrets> {
  const path = join(dataFolder, 'secrets.json');
  try {
    return secrets.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const made = { admin: password(), owner: password(), app: password() };
  await writeDurably(path, JSON.stringify(made));
  return made;
}

/** URL-safe, so that it stands in a connection string as it is. */
function password(): string {
  return randomBytes(24).toString('base64url');
}
