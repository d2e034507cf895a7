import { Redis } from 'ioredis';
import { type TestRedis } from '#testing';

/** Everything that Redis holds is gone. */
export async function flushAll(redis: TestRedis): Promise<void> {
  const client = new Redis(redis.url);
  await client.flushall();
  client.disconnect();
}
