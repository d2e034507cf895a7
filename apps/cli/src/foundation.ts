import { type Pool } from 'pg';
import { EVIDENCE_MIGRATIONS, REACTION_MIGRATIONS } from '#engine';
import { type EventStore, LOG_MIGRATIONS, PostgresEventStore } from '#event-store';
import { createIdentity, type Identity, IDENTITY_MIGRATIONS } from '#identity';
import { type Config, createPool, DatabaseClock, type Logger, migrate, type OpenDatabase, type Clock } from '#platform';
import { PROJECTION_MIGRATIONS } from '#projections';

/** Any constant: the lock under which schemas are brought up to date. */
const MIGRATION_LOCK = 7_230_001;

/** Connections beside the main pool: the log's own, so that reads of pages never wait behind appends. */
const LOG_CONNECTIONS = 8;

/** What every process stands on: a database brought up to date, the log, the clock, identity. */
export interface Foundation {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: OpenDatabase;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly identity: Identity;
  /** Gives everything back, in order; the embedded database last. */
  close(): Promise<void>;
}

/**
 * Lays the foundation on an open database. Migrations run under a lock; an older program refuses newer data.
 * @param clock stands in for the database's clock, for the bench and tests
 * @throws what connecting and migrating throw; the database is closed then
 */
export async function layFoundation(
  config: Config,
  logger: Logger,
  database: OpenDatabase,
  clock?: Clock,
): Promise<Foundation> {
  try {
    return await build(config, logger, database, clock);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function build(
  config: Config,
  logger: Logger,
  database: OpenDatabase,
  clock: Clock | undefined,
): Promise<Foundation> {
  await bringUpToDate(database, logger);
  const pool = createPool(database.appUrl, { max: config.poolMax, applicationName: 'taizhang', logger });
  const logPool = createPool(database.appUrl, { max: LOG_CONNECTIONS, applicationName: 'taizhang-log', logger });
  const store = new PostgresEventStore({
    pool: logPool,
    onFault: (error) => logger.warn({ err: error }, '事件日志的通知连接中断，正在重连。'),
  });
  const time = await timeOf(pool, logger, clock);
  const identity = createIdentity({ pool, clock: time.clock, logger, idleMinutes: config.session.idleMinutes });
  const close = async (): Promise<void> => {
    await identity.close();
    await store.close();
    time.stop();
    await Promise.all([pool.end(), logPool.end()]);
    await database.close();
  };
  return { config, logger, database, pool, clock: time.clock, store, identity, close };
}

async function timeOf(pool: Pool, logger: Logger, given?: Clock): Promise<{ clock: Clock; stop: () => void }> {
  if (given) return { clock: given, stop: () => undefined };
  const clock = await DatabaseClock.start(pool, logger);
  return { clock, stop: () => clock.stop() };
}

/** The log's tables belong to their owner; all others to the program, which also makes and renames projections. */
async function bringUpToDate({ ownerUrl, appUrl, appRole }: OpenDatabase, logger: Logger): Promise<void> {
  const sets = [
    { url: ownerUrl, migrations: LOG_MIGRATIONS },
    {
      url: appUrl,
      migrations: [...IDENTITY_MIGRATIONS, ...EVIDENCE_MIGRATIONS, ...REACTION_MIGRATIONS, ...PROJECTION_MIGRATIONS],
    },
  ];
  for (const { url, migrations } of sets) {
    const pool = createPool(url, { max: 1, applicationName: 'taizhang-migrations', logger });
    try {
      await migrate(pool, migrations, { lockKey: MIGRATION_LOCK, appRole });
    } finally {
      await pool.end();
    }
  }
}
