import { Redis } from 'ioredis';
import { TaizhangError } from '#platform';
import { within } from './within';

/**
 * Refuses a Redis that throws keys away when memory is short: it would lose parts of jobs, and the queue would fail in ways
 * that no flush of the whole does.
 * @param limit milliseconds to wait for Redis
 * @throws `DEADLINES.REDIS_EVICTS`; `DEADLINES.QUEUE_SILENT`; what ioredis throws when it cannot connect
 */
export async function refuseEvictingRedis(url: string, limit: number): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: limit });
  // The failed call below rejects as well; unheard, the event would be printed by the driver.
  client.on('error', () => undefined);
  try {
    const memory = await within(
      limit,
      client.connect().then(() => client.info('memory')),
    );
    const policy = /^maxmemory_policy:(\S+)/mu.exec(memory)?.[1];
    if (policy !== undefined && policy !== 'noeviction') throw evicts(policy);
  } finally {
    client.disconnect();
  }
}

function evicts(policy: string): TaizhangError {
  const message = 'Redis 会在内存不足时丢弃数据，请把 maxmemory-policy 改为 noeviction 后再启动。';
  return new TaizhangError('DEADLINES.REDIS_EVICTS', message, { policy });
}
