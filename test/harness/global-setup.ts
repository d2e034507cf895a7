import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, startEmbeddedPostgres } from '../../libs/platform/src/index';
import { TEST_SERVER_VARIABLE, type TestServer } from './test-server';

/** Ends the database and removes its folder when this process is gone, however it went: its input closes then. */
const WATCHDOG = `
  read -r _ignored
  kill -INT "$1" 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done
  kill -QUIT "$1" 2>/dev/null
  rm -rf "$2"
`;

declare global {
  /** Jest loads setup and teardown apart; the global object is what they share. */
  var taizhangTestWatchdog: ChildProcess | undefined;
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
  const watchdog = spawn('sh', ['-c', WATCHDOG, 'taizhang-test-watchdog', String(postgres.pid()), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  globalThis.taizhangTestWatchdog = watchdog;
  const { ownerUrl, appUrl, adminUrl } = postgres;
  const server: TestServer = { ownerUrl, appUrl, adminUrl };
  process.env[TEST_SERVER_VARIABLE] = JSON.stringify(server);
}
