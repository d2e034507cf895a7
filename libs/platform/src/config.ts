import { resolve } from 'node:path';
import { z } from 'zod';
import { faultOfEventstoreAddress } from './eventstore-address';
import { LOG_LEVELS } from './logger';
import { TaizhangError } from './taizhang-error';

/** What one process does: everything, HTTP only, or projections and timers only. */
export const ROLES = ['all', 'api', 'worker'] as const;

function wholeNumber(from: number, to: number, preset: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to))
    .default(preset)
    .describe(`${from} 到 ${to} 之间的整数`);
}

function address(...protocols: readonly string[]) {
  return z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
    .optional()
    .describe(`以 ${protocols.map((protocol) => `${protocol}//`).join(' 或 ')} 开头的连接地址`);
}

/** A parser of its own, since `URL.canParse` refuses a list of hosts. Its reason never quotes the value. */
const eventstoreAddress = z
  .string()
  .superRefine((text, context) => {
    const fault = faultOfEventstoreAddress(text);
    if (fault !== null) context.addIssue({ code: 'custom', params: { reason: fault } });
  })
  .optional()
  .describe('KurrentDB 的连接地址');

/** Every variable there is. The description says what is allowed, to the person who set it wrongly. */
const variables = z.object({
  PORT: wholeNumber(0, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .describe('监听的 IP 地址或主机名'),
  TAIZHANG_DATA: z.string().default('./taizhang-data').describe('数据文件夹的路径'),
  DATABASE_URL: address('postgres:', 'postgresql:'),
  DATABASE_OWNER_URL: address('postgres:', 'postgresql:'),
  REDIS_URL: address('redis:', 'rediss:'),
  EVENTSTORE_URL: eventstoreAddress,
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe(LOG_LEVELS.join('、')),
  TAIZHANG_ROLE: z.enum(ROLES).default('all').describe(ROLES.join('、')),
  TAIZHANG_POOL_MAX: wholeNumber(2, 200, 20),
  TAIZHANG_SESSION_IDLE_MINUTES: wholeNumber(1, 60, 10),
  TAIZHANG_START_WAIT_SECONDS: wholeNumber(0, 3_600, 60),
  TAIZHANG_SHUTDOWN_SECONDS: wholeNumber(1, 300, 20),
});

/** The product's settings, checked. Connection addresses hold passwords: never log this object. */
export interface Config {
  /** 0 means any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** The program's PostgreSQL; none means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Same database as its owner, for migrations. Falls back to `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined;
  /** None means that queues live in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** A connection string that `parseEventstoreAddress` takes. None means that the log lives in PostgreSQL. */
  readonly eventstoreUrl: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly role: (typeof ROLES)[number];
  /** Of every day that people speak of. Not configurable. */
  readonly timezone: 'Asia/Shanghai';
  /** Most connections of the program's main pool. */
  readonly poolMax: number;
  readonly session: { readonly idleMinutes: number };
  /** How long a start waits for each server that is not up yet; 0: not at all. */
  readonly startWaitSeconds: number;
  /** Longest drain at shutdown. */
  readonly shutdownSeconds: number;
}

/**
 * Reads the environment, once, at start. An empty variable counts as not set.
 * @throws `CONFIG.INVALID`, naming every wrong variable and what is allowed, and no value
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = variables.safeParse(set);
  if (!parsed.success) throw invalid(parsed.error);
  const read = parsed.data;
  if (read.DATABASE_OWNER_URL !== undefined && read.DATABASE_URL === undefined) {
    const message = '只设置了环境变量 DATABASE_OWNER_URL，请同时设置 DATABASE_URL。';
    throw new TaizhangError('CONFIG.INVALID', message, { variables: ['DATABASE_URL'] });
  }
  return {
    port: read.PORT,
    host: read.HOST,
    dataFolder: resolve(read.TAIZHANG_DATA),
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL ?? read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    eventstoreUrl: read.EVENTSTORE_URL,
    logLevel: read.LOG_LEVEL,
    role: read.TAIZHANG_ROLE,
    timezone: 'Asia/Shanghai',
    poolMax: read.TAIZHANG_POOL_MAX,
    session: { idleMinutes: read.TAIZHANG_SESSION_IDLE_MINUTES },
    startWaitSeconds: read.TAIZHANG_START_WAIT_SECONDS,
    shutdownSeconds: read.TAIZHANG_SHUTDOWN_SECONDS,
  };
}

/** zod's own messages may quote the value, so only their paths are used, and reasons that a check of ours gives. */
function invalid(error: z.ZodError): TaizhangError {
  const wrong = new Set(error.issues.map((issue) => String(issue.path[0])));
  const found = Object.entries(variables.shape).filter(([name]) => wrong.has(name));
  const sentences = found.map(([name, { description }]) => `${name} 应为${description ?? ''}${reasonOf(error, name)}`);
  return new TaizhangError('CONFIG.INVALID', `环境变量设置有误，请改正后再启动：${sentences.join('；')}。`, {
    variables: [...wrong],
  });
}

const withReason = z.object({ params: z.object({ reason: z.string() }) });

function reasonOf(error: z.ZodError, name: string): string {
  const issue = withReason.safeParse(error.issues.find(({ path }) => path[0] === name));
  return issue.success ? `（${issue.data.params.reason}）` : '';
}
