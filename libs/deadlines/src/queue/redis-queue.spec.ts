import { Redis } from 'ioredis';
import { createLogger, TaizhangError } from '#platform';
import { eventually, startRedis, type TestRedis } from '#testing';
import { BullNudgeQueue } from './bull-nudge-queue';
import { redisParts } from './bull-parts';
import { type Nudge } from './nudge';
import { refuseEvictingRedis, refuseOldRedis } from './redis-guard';

const NOW = new Date('2021-12-31T00:50:00Z');
const NUDGE: Nudge = { minute: '2021-12-31T00:50:00.000Z', shard: 7 };

describe('the queue in Redis', () => {
  let redis: TestRedis;
  let admin: Redis;

  beforeAll(async () => {
    redis = await startRedis();
    admin = new Redis(redis.url, { retryStrategy: () => 20 });
    admin.on('error', () => undefined);
  });
  afterAll(async () => {
    admin.disconnect();
    await redis.close();
  });

  const open = (answerLimit = 2_000) =>
    BullNudgeQueue.open(redisParts(redis.url), { logger: createLogger('silent'), answerLimit });

  it('refuses a Redis that throws keys away', async () => {
    await expect(refuseEvictingRedis(redis.url, 2_000)).resolves.toMatchObject({ policy: 'noeviction' });
    await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      await expect(open()).rejects.toMatchObject({
        code: 'DEADLINES.REDIS_EVICTS',
        message: 'Redis 会在内存不足时丢弃数据，请把 maxmemory-policy 改为 noeviction 后再启动。',
        details: { policy: 'allkeys-lru' },
      });
    } finally {
      await admin.config('SET', 'maxmemory-policy', 'noeviction');
    }
  });

  it('says why it cannot use a Redis, and never a password', async () => {
    const message = async (url: string): Promise<string> => {
      const error: unknown = await refuseEvictingRedis(url, 2_000).catch((raised: unknown) => raised);
      if (!(error instanceof TaizhangError)) throw error;
      expect(error.message).not.toContain('hush');
      return `${error.code} ${error.message}`;
    };
    await admin.config('SET', 'requirepass', 'hush-hush');
    try {
      const wrong = redis.url.replace('redis://', 'redis://:hush@');
      expect(await message(wrong)).toMatch(/^DEADLINES\.REDIS_REFUSED .*口令不对/u);
      expect(await message(redis.url)).toMatch(/^DEADLINES\.REDIS_REFUSED .*要求口令/u);
    } finally {
      await admin.config('SET', 'requirepass', '');
    }
    expect(await message('redis://:hush@127.0.0.1:1')).toMatch(/^DEADLINES\.REDIS_UNAVAILABLE .*拒绝连接/u);
  });

  it('knows which version is too old', () => {
    refuseOldRedis({ version: '7.0.15', policy: null });
    refuseOldRedis({ version: '10.1.0', policy: null });
    expect(() => refuseOldRedis({ version: '6.2.14', policy: null })).toThrow('需要 7.0 或更高版本');
  });

  it('opens without Redis, and works once it is there', async () => {
    await redis.kill();
    const queue = await open(300);
    const arrived: Nudge[] = [];
    try {
      queue.work(async (nudge) => {
        arrived.push(nudge);
      });
      await expect(queue.add([NUDGE], NOW)).rejects.toThrow();
      await redis.restart();
      await eventually(() => queue.add([NUDGE], NOW), { timeoutMs: 20_000 });
      await eventually(() => expect(arrived).toContainEqual(NUDGE), { timeoutMs: 20_000 });
    } finally {
      await queue.stopWorking();
      await queue.close();
    }
  });

  it('checks the policy of a Redis that it did not reach at first', async () => {
    await redis.kill();
    const queue = await open(300);
    try {
      await redis.restart();
      await eventually(() => admin.config('SET', 'maxmemory-policy', 'volatile-lru'));
      await expect(queue.add([NUDGE], NOW)).rejects.toMatchObject({ code: 'DEADLINES.REDIS_EVICTS' });
      await admin.config('SET', 'maxmemory-policy', 'noeviction');
      await eventually(() => queue.add([NUDGE], NOW), { timeoutMs: 20_000 });
    } finally {
      await queue.close();
    }
  });

  it('ends in time while Redis hangs', async () => {
    const queue = await open(300);
    queue.work(async () => undefined);
    redis.pause();
    try {
      await queue.stopWorking();
      await queue.close();
    } finally {
      redis.resume();
    }
  });
});
