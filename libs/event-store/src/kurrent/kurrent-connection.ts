import { EventStoreDBClient } from '@eventstore/db-client';
import { z } from 'zod';
import { TaizhangError } from '#platform';

/** How the client is used; times in milliseconds. */
export interface ConnectionOptions {
  /** `esdb://`, `esdb+discover://`, or the same with `kurrentdb`. */
  readonly url: string;
  /** Longest wait for an answer. */
  readonly timeoutMs: number;
}

/** An answer did not come in time: what was asked for may have happened. */
export class AnswerOverdue extends Error {}

/**
 * The client, replaced when it hangs. An append to a server that keeps silent, or ends the conversation cleanly, never
 * settles in the client, and its deadlines do not apply there; hence a clock of our own, and a new conversation after.
 */
export class KurrentConnection {
  private current: EventStoreDBClient;
  private readonly url: string;

  /** Connects at the first request. @throws TaizhangError CONFIG.INVALID */
  constructor(private readonly options: ConnectionOptions) {
    this.url = checkedUrl(options.url);
    this.current = this.connect();
  }

  /** The client of the present conversation. */
  get client(): EventStoreDBClient {
    return this.current;
  }

  /** Asks, and gives up the conversation if no answer comes. @throws AnswerOverdue, and what the client throws */
  async ask<Answer>(question: (client: EventStoreDBClient) => Promise<Answer>): Promise<Answer> {
    const client = this.current;
    const { timeoutMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new AnswerOverdue(`no answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([question(client), overdue]);
    } catch (error) {
      if (error instanceof AnswerOverdue) this.giveUp(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Begins a new conversation, unless another request has. */
  giveUp(client: EventStoreDBClient): void {
    if (client !== this.current) return;
    this.current = this.connect();
    void end(client);
  }

  /** Ends every call under way. */
  async close(): Promise<void> {
    await end(this.current);
  }

  private connect(): EventStoreDBClient {
    return EventStoreDBClient.connectionString(this.url);
  }
}

/** Ends the client's calls and its connection, which it has no way to end: an open one would keep the process. */
async function end(client: EventStoreDBClient): Promise<void> {
  // A call that nobody reads any more never finishes, so it is not waited for.
  void client.dispose();
  const openChannel = channelOf.parse(Reflect.get(client, 'getChannel'));
  await openChannel().then(
    (channel) => channel.close(),
    // None was ever opened.
    () => undefined,
  );
}

/** The client's own way to its connection, kept from the outside by its types only. */
const channelOf = z.custom<() => Promise<{ close(): void }>>((value) => typeof value === 'function');

/**
 * The address in the words of the client, without what it would ignore in silence.
 * @throws TaizhangError CONFIG.INVALID, without the address, which may hold a password
 */
function checkedUrl(url: string): string {
  const text = url.replace(/^kurrentdb(?=[:+])/u, 'esdb');
  const settings = new URLSearchParams(text.split('?')[1] ?? '');
  if (settings.get('tls') === 'false' && /^[^?]*@/u.test(text)) {
    throw invalid('tls=false 时客户端不会发送用户名和密码，请启用 TLS，或去掉用户名和密码');
  }
  if (settings.get('tlsVerifyCert') === 'false') {
    throw invalid('tlsVerifyCert=false 不起作用，自签证书请用 tlsCAFile 指明 CA 文件');
  }
  if (settings.get('throwOnAppendFailure') === 'false') throw invalid('不能设置 throwOnAppendFailure=false');
  try {
    EventStoreDBClient.connectionString(text);
  } catch {
    throw invalid('地址写法有误，应为 kurrentdb://主机:2113?tls=true 这样的连接串，证书文件须存在且可读');
  }
  return text;
}

function invalid(reason: string): TaizhangError {
  return new TaizhangError('CONFIG.INVALID', `环境变量 EVENTSTORE_URL 设置有误：${reason}。`, {
    variables: ['EVENTSTORE_URL'],
  });
}
