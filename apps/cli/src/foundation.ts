import { type Pool } from 'pg';
import { EVIDENCE_MIGRATIONS, REACTION_MIGRATIONS } from '#engine';
import {
  type DamagedStream,
  type EventStore,
  LOG_MIGRATIONS,
  openKurrentEventStore,
  PostgresEventStore,
} from '#event-store';
import { createIdentity, type Identity, IDENTITY_MIGRATIONS } from '#identity';
import {
  askPostgres,
  type Clock,
  type Config,
  createPool,
  DatabaseClock,
  type Logger,
  migrate,
  NO_PATIENCE,
  type OpenDatabase,
  POSTGRES_UNAVAILABLE,
  RepeatedWarnings,
  type ServerPatience,
} from '#platform';
import { type LogContinuity, PROJECTION_MIGRATIONS } from '#projections';
import { refuseUnfinished, RESTORE_MIGRATIONS } from './backup/restore-marker';
import { openContinuity, type Purpose } from './log-and-tables';
import { refusePreviewTables } from './preview-data';

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
  /** Keeps the program to the log that the tables were made from; stops writing while it is another. */
  readonly continuity: LogContinuity;
  readonly identity: Identity;
  /** Gives everything back, in order; the embedded database last. */
  close(): Promise<void>;
}

/** What the bench, the demo, a restore and tests want otherwise than the configuration says. */
export interface StandIns {
  /** In place of the database's clock. */
  readonly clock?: Clock;
  /** In place of the log; it is closed with the foundation. */
  readonly store?: EventStore;
  /** What the log is opened for; writing unless told. */
  readonly purpose?: Purpose;
  /** How servers that are not up yet are waited for; not at all unless given. */
  readonly patience?: ServerPatience;
}

/**
 * Lays the foundation on an open database. Migrations run under a lock; an older program refuses newer data. Whoever opens an
 * empty log for writing founds it; one that is not the tables' own is refused, and an older copy of it is for reading only.
 * @throws what connecting and migrating throw, DATA.OLD, LOG.OTHER, LOG.UNADOPTED; the database is closed then
 */
export async function layFoundation(
  config: Config,
  logger: Logger,
  database: OpenDatabase,
  standIns: StandIns = {},
): Promise<Foundation> {
  const opened: (() => Promise<void>)[] = [() => database.close()];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  const { patience = NO_PATIENCE } = standIns;
  try {
    await patience.until('数据库', [POSTGRES_UNAVAILABLE], () => askExternal(database));
    await bringUpToDate(database, logger);
    const pool = createPool(database.appUrl, { max: config.poolMax, applicationName: 'taizhang', logger });
    opened.push(() => pool.end());
    const { purpose = 'writing' } = standIns;
    if (purpose !== 'restoring') await refuseUnfinished(pool);
    const log = standIns.store ? logOf(standIns.store) : await openLog(config, logger, database, patience);
    opened.push(() => log.close());
    const { store } = log;
    const { clock, stop } = await timeOf(pool, logger, standIns.clock);
    opened.push(async () => stop());
    const continuity = await openContinuity({ pool, store, clock, logger }, purpose);
    opened.push(() => continuity.stop());
    const identity = createIdentity({ pool, clock, logger, idleMinutes: config.session.idleMinutes });
    opened.push(() => identity.close());
    return { config, logger, database, pool, clock, store, continuity, identity, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The log and what is to be closed with it. */
interface OpenLog {
  readonly store: EventStore;
  close(): Promise<void>;
}

function logOf(store: EventStore): OpenLog {
  return { store, close: () => store.close() };
}

async function openLog(
  { eventstoreUrl: url }: Config,
  logger: Logger,
  { appUrl }: OpenDatabase,
  patience: ServerPatience,
): Promise<OpenLog> {
  const warnings = new RepeatedWarnings(logger);
  const onFault = (error: unknown): void => warnings.warn(error, '事件日志的订阅中断，正在重连。');
  if (url !== undefined) {
    const onDamage = ({ stream, message }: DamagedStream): void => logger.error({ stream }, message);
    const open = () => openKurrentEventStore({ url, onFault, onDamage });
    return logOf(await patience.until('事件库', ['LOG.UNAVAILABLE'], open));
  }
  const pool = createPool(appUrl, { max: LOG_CONNECTIONS, applicationName: 'taizhang-log', logger });
  const store = new PostgresEventStore({ pool, onFault });
  return { store, close: () => store.close().then(() => pool.end()) };
}

/** An embedded database was started by us and is up. */
async function askExternal({ kind, appUrl, ownerUrl }: OpenDatabase): Promise<void> {
  if (kind !== 'external') return;
  await askPostgres(appUrl, 'DATABASE_URL');
  if (ownerUrl !== appUrl) await askPostgres(ownerUrl, 'DATABASE_OWNER_URL');
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
      migrations: [
        ...IDENTITY_MIGRATIONS,
        ...EVIDENCE_MIGRATIONS,
        ...REACTION_MIGRATIONS,
        ...PROJECTION_MIGRATIONS,
        ...RESTORE_MIGRATIONS,
      ],
    },
  ];
  for (const { url, migrations } of sets) {
    const pool = createPool(url, { max: 1, applicationName: 'taizhang-migrations', logger });
    try {
      await refusePreviewTables(pool);
      await migrate(pool, migrations, { lockKey: MIGRATION_LOCK, appRole });
    } finally {
      await pool.end();
    }
  }
}
