import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The product as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly address: string;
  /** From the start of the process to the line that says it is ready. */
  readonly readySeconds: number;
  stop(): Promise<void>;
}

const MAIN = join(__dirname, '..', 'main.js');

/** Starts the product on a data folder in a role and waits until it is ready. */
export async function startServer(dataFolder: string, role: 'all' | 'api' = 'all'): Promise<ServerProcess> {
  const begin = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: {
      ...process.env,
      TAIZHANG_DATA: dataFolder,
      PORT: '0',
      TAIZHANG_ROLE: role,
      DATABASE_URL: '',
      REDIS_URL: '',
      EVENTSTORE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressFrom(child);
  return {
    address,
    readySeconds: (performance.now() - begin) / 1_000,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function addressFrom(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface(child.stdout)) {
    const address = /https?:\/\/\S+/u.exec(line)?.[0];
    if (address) {
      child.stdout.resume();
      return address;
    }
  }
  throw new Error('the server ended before it was ready');
}

/** Works with the product on a data folder, in a role, for as long as `measure` takes. */
export async function onServer<T>(
  dataFolder: string,
  role: 'all' | 'api',
  measure: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const server = await startServer(dataFolder, role);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
