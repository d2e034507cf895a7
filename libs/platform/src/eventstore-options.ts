import { resolve } from 'node:path';
import { z } from 'zod';
import { EventstoreFault } from './eventstore-fault';
import { percentDecoded } from './percent-decoded';

/** Kinds of nodes that a client may prefer, under the client's names. */
export const NODE_PREFERENCES = ['leader', 'follower', 'read_only_replica', 'random'] as const;

/** A longer timer would fire at once. */
const LONGEST_MILLISECONDS = 2_147_483_647;
/** The client warns of anything shorter. */
const SHORTEST_KEEP_ALIVE_MILLISECONDS = 10_000;
const SENT_AS_HEADER = /^[ -~]+$/u;

function wholeNumber(from: number, what: string) {
  const inRange = z.number().min(from).max(LONGEST_MILLISECONDS);
  return z
    .string()
    .regex(/^\d{1,10}$/u)
    .transform(Number)
    .pipe(inRange)
    .optional()
    .describe(`${what}，${from} 到 ${LONGEST_MILLISECONDS} 之间的整数`);
}

function file(what: string) {
  return z
    .string()
    .transform((path) => resolve(path))
    .optional()
    .describe(`${what}的路径`);
}

/** Every option there is. The description says what is allowed, to the person who wrote it wrongly. */
const options = z.object({
  tls: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true')
    .describe('true 或 false'),
  tlsVerifyCert: z
    .literal('true')
    .optional()
    .describe('true，写成 false 不起作用，自签证书请用 tlsCAFile 指明 CA 文件'),
  throwOnAppendFailure: z.literal('true').optional().describe('true，写成 false 时写入失败也会当作成功'),
  tlsCAFile: file('CA 证书文件'),
  userCertFile: file('客户端证书文件'),
  userKeyFile: file('客户端私钥文件'),
  nodePreference: z
    .string()
    .transform((text) => NODE_PREFERENCES.find((name) => flat(name) === flat(text)))
    .pipe(z.enum(NODE_PREFERENCES))
    .optional()
    .describe(`${NODE_PREFERENCES.join('、')} 之一`),
  maxDiscoverAttempts: wholeNumber(1, '次数'),
  discoveryInterval: wholeNumber(1, '毫秒数'),
  gossipTimeout: wholeNumber(1, '秒数'),
  keepAliveInterval: z
    .literal('-1')
    .transform(Number)
    .or(wholeNumber(SHORTEST_KEEP_ALIVE_MILLISECONDS, '毫秒数'))
    .optional()
    .describe(`-1（关闭）或毫秒数，至少 ${SHORTEST_KEEP_ALIVE_MILLISECONDS}`),
  // The client takes -1 for "off", but then loses the connection at every ping (seen with 6.2.1: its timer overflows).
  keepAliveTimeout: wholeNumber(1, '毫秒数'),
  defaultDeadline: wholeNumber(1, '毫秒数'),
  connectionName: z.string().regex(SENT_AS_HEADER).optional().describe('英文字母、数字和半角符号'),
});

/** The options of an address, checked. What is not written is not there, but for `tls`, which is on. */
export type ReadOptions = z.infer<typeof options>;

type OptionName = keyof typeof options.shape;

const OPTION_NAMES = options.keyof().options;
const byFlatName = new Map<string, OptionName>(OPTION_NAMES.map((name) => [flat(name), name]));

/**
 * Reads the options behind the question mark: `name=value` joined by `&`, values percent-encoded. Case, `-` and `_` do not
 * count in a name, as in the client.
 * @throws EventstoreFault for an option that is unknown, written twice or wrong
 */
export function readEventstoreOptions(query: string): ReadOptions {
  const given = new Map<OptionName, string>();
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name, value] = optionOf(pair);
    if (given.has(name)) throw new EventstoreFault(`选项 ${name} 写了两次，请只保留一个`);
    given.set(name, value);
  }
  const read = options.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const wrong = OPTION_NAMES.find((name) => read.error.issues.some(({ path }) => path[0] === name));
  if (wrong === undefined) throw new EventstoreFault('选项有误');
  throw new EventstoreFault(`选项 ${wrong} 应为 ${options.shape[wrong].description ?? ''}`);
}

function optionOf(pair: string): [OptionName, string] {
  const [, written = '', encoded = ''] = /^([^=]+)=(.+)$/u.exec(pair) ?? [];
  if (written === '') throw new EventstoreFault('“?”之后应为“选项=值”，多个之间用“&”隔开');
  const name = byFlatName.get(flat(written));
  if (name === undefined) throw unknownOption(written);
  const value = percentDecoded(encoded.trim());
  if (value === null) throw new EventstoreFault(`选项 ${name} 的百分号编码有误`);
  return [name, value];
}

/** Quotes the name only if it is plain letters: it may be part of a password that has a `?` in it. */
function unknownOption(name: string): EventstoreFault {
  const told = /^[A-Za-z]{1,32}$/u.test(name) ? ` ${name}` : '';
  return new EventstoreFault(`没有选项${told}，可用的选项有 ${OPTION_NAMES.join('、')}`);
}

/** A name as the client compares it. */
function flat(name: string): string {
  return name.trim().toLowerCase().replace(/[-_]/gu, '');
}
