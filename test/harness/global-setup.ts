import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, startEmbeddedPostgres } from '../../libs/platform/src/index';
import { TEST_SERVER_VARIABLE, type TestServer } from './test-server';

/**
 * Ends the database and removes its folder when this process is gone, however it went: its input closes then. After a
 * proper end the database is stopped already, and its pid file gone.
 */
const WATCHDOG = `
  read -r _ignored
  read -r pid < "$1/postgres/postmaster.pid" && kill -QUIT "$pid"
  for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$1/postgres/postmaster.pid" ] || break; sleep 0.2; done
  rm -rf "$1"
`;

declare global {
  /** Jest loads setup and teardown apart; the global object is what they share. */
  var taizhangTestServer: { readonly stop: () => Promise<void>; readonly watchdog: ChildProcess } | undefined;
}

/** Runs once, before all specs and outside Jest's sandbox: one PostgreSQL for all of them. */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-test-'));
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, logger: createLogger('error') }).catch(
    async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    },
  );
  const watchdog = spawn('sh', ['-c', WATCHDOG, 'taizhang-test-watchdog', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  const { ownerUrl, appUrl, adminUrl, stop } = postgres;
  globalThis.taizhangTestServer = { stop, watchdog };
  const server: TestServer = { ownerUrl, appUrl, adminUrl, folder };
  process.env[TEST_SERVER_VARIABLE] = JSON.stringify(server);
}
