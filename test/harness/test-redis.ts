import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, poll } from '#platform';

/** A Redis of one spec's own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a crash would (`SIGKILL`); its memory is lost. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port after {@link TestRedis.kill}. */
  restart(): Promise<void>;
  /** Holds all its work (`SIGSTOP`), so that clients hang; {@link TestRedis.resume} lets it go on. */
  pause(): void;
  resume(): void;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

/** Ends Redis when the spec's process is gone, however it went: its input closes then. */
const WATCHDOG = 'redis-server "$@" & read -r _ignored; kill -KILL $!';
const READY_LIMIT = 10_000;

/**
 * Starts a redis-server on a free port, without files on the disk and with the eviction policy that queues need. Start it
 * only in specs that need it.
 * @throws if `redis-server` is not installed
 */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(port, folder);
  const kill = async (): Promise<void> => {
    await server.end();
  };
  return {
    url,
    port,
    kill,
    restart: async () => {
      server = await launch(port, folder);
    },
    pause: () => process.kill(server.pid, 'SIGSTOP'),
    resume: () => process.kill(server.pid, 'SIGCONT'),
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface RunningRedis {
  readonly pid: number;
  end(): Promise<void>;
}

async function launch(port: number, folder: string): Promise<RunningRedis> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const shell = spawn('sh', ['-c', WATCHDOG, 'taizhang-test-redis', ...settings, '--maxmemory-policy', 'noeviction'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = once(shell, 'exit');
  const end = async (): Promise<void> => {
    shell.stdin.end();
    await gone;
    await waitUntilClosed(port);
  };
  const pid = await poll(() => askPid(port), READY_LIMIT);
  if (pid !== undefined) return { pid, end };
  await end();
  throw new Error('redis-server did not start: is it installed? (Debian: apt-get install redis-server)');
}

/** The pid as Redis itself tells it: an answer also means that it is ready. */
async function askPid(port: number): Promise<number | undefined> {
  const client = new Redis(port, '127.0.0.1', {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 1_000,
    disconnectTimeout: 100,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = /^process_id:(\d+)/m.exec(await client.info('server'))?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

async function waitUntilClosed(port: number): Promise<void> {
  await poll(async () => ((await askPid(port)) === undefined ? true : undefined), READY_LIMIT);
}
