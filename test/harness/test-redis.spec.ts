import { Redis } from 'ioredis';
import { eventually, startRedis } from './index';

describe('startRedis', () => {
  it('never evicts, forgets everything in a crash, and comes back on its port', async () => {
    const redis = await startRedis();
    const client = new Redis(redis.url, { retryStrategy: () => 20 });
    client.on('error', () => undefined);
    try {
      expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
      await client.set('key', 'value');
      await redis.kill();
      await redis.restart();
      await eventually(async () => expect(await client.get('key')).toBeNull());
      redis.pause();
      const answer = client.ping();
      redis.resume();
      expect(await answer).toBe('PONG');
    } finally {
      client.disconnect();
      await redis.close();
    }
  });
});
