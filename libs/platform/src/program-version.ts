import { createRequire } from 'node:module';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The version of this program, as its package says: however it was started. */
export function programVersion(): string {
  return manifest.parse(createRequire(__filename)('#manifest')).version;
}
