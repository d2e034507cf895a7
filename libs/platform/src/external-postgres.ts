import { Client } from 'pg';
import { z } from 'zod';
import { connectionReason, type ReasonLine } from './connection-reason';
import { TaizhangError } from './taizhang-error';

/** The oldest version that the program is meant for. */
const OLDEST_MAJOR = 15;
const TIMEOUT_MILLISECONDS = 5_000;

/** The variables that name an external PostgreSQL. */
export type DatabaseVariable = 'DATABASE_URL' | 'DATABASE_OWNER_URL';

/** What an external PostgreSQL says of itself. */
export interface PostgresFacts {
  /** As it says it itself, such as `18.4`. */
  readonly version: string;
}

const answer = z.tuple([z.object({ version: z.string(), number: z.coerce.number() })]);
type Answer = z.infer<typeof answer>[0];

const QUESTION = `select current_setting('server_version') as version, current_setting('server_version_num') as number`;

/** The code of what goes away by waiting: the server, or the network on the way to it, is not up yet. */
export const POSTGRES_UNAVAILABLE = 'POSTGRES.UNAVAILABLE';

/**
 * Asks an external PostgreSQL whether it lets the program in, before anything depends on it.
 * @param variable named in the sentence, never with its value
 * @throws TaizhangError POSTGRES.UNAVAILABLE, POSTGRES.REFUSED, POSTGRES.TOO_OLD
 */
export async function askPostgres(
  url: string,
  variable: DatabaseVariable,
  timeoutMs = TIMEOUT_MILLISECONDS,
): Promise<PostgresFacts> {
  const facts = await factsOf(url, timeoutMs).catch((error: unknown) => {
    throw failure(error, variable);
  });
  return refuseOld(facts, variable);
}

/** @throws TaizhangError POSTGRES.TOO_OLD */
export function refuseOld({ version, number }: Answer, variable: DatabaseVariable): PostgresFacts {
  if (number >= OLDEST_MAJOR * 10_000) return { version };
  const message = `${variable} 指定的 PostgreSQL 是 ${version}，本程序需要 ${OLDEST_MAJOR} 或更高版本，请先升级。`;
  throw new TaizhangError('POSTGRES.TOO_OLD', message, { version });
}

async function factsOf(url: string, timeoutMs: number): Promise<Answer> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: 'taizhang-start',
  });
  // What is wrong with the connection shows in the calls below.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(QUESTION);
    return answer.parse(rows)[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What PostgreSQL and its driver say: SQLSTATEs, and words where there is no code. */
const OWN: readonly ReasonLine[] = [
  [/^(?:08\w{3}|57P0[12])$|^Connection terminated/u, 'UNAVAILABLE', '连接被中断，请查看它的日志'],
  [/^57P03$/, 'UNAVAILABLE', '它正在启动'],
  [/^53\w{3}$/, 'UNAVAILABLE', '它的连接数或资源已用尽，请查看它的日志'],
  [/^28\w{3}$/, 'REFUSED', '用户名或口令不对，或服务器不允许从本机连接，请核对账号和 pg_hba.conf'],
  [/^3D000$/, 'REFUSED', '没有这个数据库，请先建立，或核对数据库名'],
  [/^42501$/, 'REFUSED', '该用户无权连接这个数据库，请授予权限'],
  [/does not support SSL/u, 'REFUSED', '它没有启用 TLS，请去掉 sslmode，或为它启用 TLS'],
  [/client password must be/u, 'REFUSED', '它要求口令，请在连接地址中写明口令'],
  [/^timeout|timeout$/iu, 'UNAVAILABLE', '没有应答，请检查它是否停顿，以及网络和防火墙'],
];

function failure(error: unknown, variable: DatabaseVariable): TaizhangError {
  const { kind, text } = connectionReason(error, OWN);
  return new TaizhangError(`POSTGRES.${kind}`, `不能使用 ${variable} 指定的 PostgreSQL：${text}。`, undefined, error);
}
