import { refuseEvictingRedis, refuseOldRedis } from '#deadlines';
import { openKurrentEventStore } from '#event-store';
import { askPostgres, type Config, parseEventstoreAddress, readEventstoreCertificates } from '#platform';
import { type Finding, serverFinding } from './finding';

/** How long a server may take to answer, in milliseconds: a person waits for it. */
const PATIENCE = 3_000;

/** What the database answers, for each of the two users that the program connects as. */
export async function databaseFindings({ databaseUrl, databaseOwnerUrl }: Config): Promise<readonly Finding[]> {
  if (databaseUrl === undefined) return [{ fine: true, line: '数据库：随程序自带的 PostgreSQL' }];
  const asProgram = await serverFinding('数据库', async () => {
    const { version } = await askPostgres(databaseUrl, 'DATABASE_URL', PATIENCE);
    return `外部 PostgreSQL ${version}，可以连接`;
  });
  if (databaseOwnerUrl === undefined || databaseOwnerUrl === databaseUrl) return [asProgram];
  const asOwner = await serverFinding('数据库（日志属主）', async () => {
    await askPostgres(databaseOwnerUrl, 'DATABASE_OWNER_URL', PATIENCE);
    return '可以连接';
  });
  return [asProgram, asOwner];
}

/** Opens and reads the event log. */
export async function logFinding({ eventstoreUrl }: Config): Promise<Finding> {
  if (eventstoreUrl === undefined) return { fine: true, line: '事件日志：PostgreSQL' };
  return serverFinding('事件日志', async () => {
    // What the address names is looked at before anybody is asked.
    readEventstoreCertificates(parseEventstoreAddress(eventstoreUrl));
    const store = await openKurrentEventStore({ url: eventstoreUrl, timeoutMs: PATIENCE, idleMs: PATIENCE });
    try {
      if (store.writing.stopped) throw store.writing.stopped;
      const head = await store.head();
      return `外部 KurrentDB，可以读取，${head === null ? '还没有事件' : `最新位置 ${head}`}`;
    } finally {
      await store.close();
    }
  });
}

/** Checks that Redis answers, is new enough and evicts nothing. */
export async function queueFinding({ redisUrl }: Config): Promise<Finding> {
  if (redisUrl === undefined) return { fine: true, line: '队列：PostgreSQL' };
  return serverFinding('队列', async () => {
    const facts = await refuseEvictingRedis(redisUrl, PATIENCE);
    refuseOldRedis(facts);
    return `外部 Redis ${facts.version}，可以连接，maxmemory-policy 为 ${facts.policy ?? '未知'}`;
  });
}
