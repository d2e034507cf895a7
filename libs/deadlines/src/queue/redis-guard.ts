import { Redis } from 'ioredis';
import { connectionReason, type ReasonLine, TaizhangError } from '#platform';
import { within } from './within';

/** The oldest version that the program is meant for. */
const OLDEST_MAJOR = 7;

/** What a Redis says of itself. */
export interface RedisFacts {
  /** Such as `7.2.4`. */
  readonly version: string;
  /** What it does when memory is short; null where it does not say. */
  readonly policy: string | null;
}

async function askRedis(url: string, limit: number): Promise<RedisFacts> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: limit,
    // The default of two seconds would delay the end of a command even if nothing was ever connected.
    disconnectTimeout: 100,
  });
  // The failed call below says only that the connection is closed; this says why.
  let reason: unknown;
  client.on('error', (error) => (reason ??= error));
  try {
    const told = await within(
      limit,
      client.connect().then(() => client.info()),
    );
    return {
      version: /^redis_version:(\S+)/mu.exec(told)?.[1] ?? '',
      policy: /^maxmemory_policy:(\S+)/mu.exec(told)?.[1] ?? null,
    };
  } catch (error) {
    throw failure(reason ?? error);
  } finally {
    client.disconnect();
  }
}

/**
 * Refuses a Redis that throws keys away when memory is short: it would lose parts of jobs, and the queue would fail in ways
 * that no flush of the whole does.
 * @param limit milliseconds to wait for Redis
 * @throws TaizhangError DEADLINES.REDIS_EVICTS, DEADLINES.REDIS_UNAVAILABLE, DEADLINES.REDIS_REFUSED, DEADLINES.QUEUE_SILENT
 */
export async function refuseEvictingRedis(url: string, limit: number): Promise<RedisFacts> {
  const facts = await askRedis(url, limit);
  const { policy } = facts;
  if (policy === null || policy === 'noeviction') return facts;
  const message = 'Redis 会在内存不足时丢弃数据，请把 maxmemory-policy 改为 noeviction 后再启动。';
  throw new TaizhangError('DEADLINES.REDIS_EVICTS', message, { policy });
}

/** @throws TaizhangError DEADLINES.REDIS_TOO_OLD */
export function refuseOldRedis({ version }: RedisFacts): void {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return;
  const message = `REDIS_URL 指定的 Redis 是 ${version}，本程序需要 ${OLDEST_MAJOR}.0 或更高版本，请先升级。`;
  throw new TaizhangError('DEADLINES.REDIS_TOO_OLD', message, { version });
}

/** What Redis says, in words that begin with a code. */
const OWN: readonly ReasonLine[] = [
  [/^NOAUTH/u, 'REFUSED', '它要求口令，请在连接地址中写明口令'],
  [/^WRONGPASS|^ERR invalid password/u, 'REFUSED', '用户名或口令不对，请核对连接地址'],
  [/^NOPERM/u, 'REFUSED', '该用户没有所需的权限，请授予权限'],
  [/^LOADING/u, 'UNAVAILABLE', '它正在载入数据'],
  [/^ETIMEDOUT$/, 'UNAVAILABLE', '没有应答，请检查它是否停顿、网络和防火墙，以及两边是否都启用了 TLS'],
];

function failure(error: unknown): TaizhangError {
  if (error instanceof TaizhangError) return error;
  const { kind, text } = connectionReason(error, OWN);
  return new TaizhangError(`DEADLINES.REDIS_${kind}`, `不能使用 REDIS_URL 指定的 Redis：${text}。`, undefined, error);
}
