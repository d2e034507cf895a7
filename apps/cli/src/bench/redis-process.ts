import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#platform';

/** A Redis of the bench's own, that keeps nothing on the disk. */
export interface RedisProcess {
  readonly url: string;
  close(): Promise<void>;
}

/** @returns null where no redis-server is installed */
export async function startRedisProcess(): Promise<RedisProcess | null> {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const started = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (!started) return null;
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}
