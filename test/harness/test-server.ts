import { join } from 'node:path';
import { z } from 'zod';

/** Variable through which the global setup tells the specs' processes about the PostgreSQL it started. */
export const TEST_SERVER_VARIABLE = 'TAIZHANG_TEST_POSTGRES';

const testServer = z.object({ ownerUrl: z.string(), appUrl: z.string(), adminUrl: z.string(), folder: z.string() });

/** Connection strings of the specs' PostgreSQL, whose databases stay untouched, and a folder that goes with it at the end. */
export type TestServer = z.infer<typeof testServer>;

/** @throws if Jest's global setup has not run */
export function readTestServer(): TestServer {
  const text = process.env[TEST_SERVER_VARIABLE];
  if (text === undefined)
    throw new Error('The test database is missing: run specs through Jest with its global setup.');
  return testServer.parse(JSON.parse(text));
}

/** Where the files are kept that belong to a kept database; they go with the server. */
export function keptFolder(name: string): string {
  return join(readTestServer().folder, 'kept', name);
}
