import { type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { createIdentity, type Identity } from '#identity';
import {
  askPostgres,
  type Clock,
  type Config,
  createPool,
  DatabaseClock,
  type Logger,
  NO_PATIENCE,
  type OpenDatabase,
  POSTGRES_UNAVAILABLE,
  type ServerPatience,
} from '#platform';
import { type LogContinuity } from '#projections';
import { migrateSchemas } from './migrate-schemas';
import { openContinuity, type Purpose } from './open-continuity';
import { openLog } from './open-log';
import { refuseUnfinished } from './restore-marker';

/** What every process stands on: a migrated database, the log, the clock, identity. */
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
  /** Gives everything back in the reverse order of opening; the embedded database last. */
  close(): Promise<void>;
}

/** Replaces parts that the configuration would choose: for the bench, the demo, a restore and tests. */
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
 * empty log for writing founds it. A log that the tables were not made from is refused; an older copy of theirs is only read.
 * @throws what connecting and migrating throw, RESTORE.UNFINISHED, DATA.OLD, LOG.OTHER, LOG.UNADOPTED; the database is closed then
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
  const { patience = NO_PATIENCE, purpose = 'writing' } = standIns;
  try {
    await patience.until('数据库', [POSTGRES_UNAVAILABLE], () => askExternal(database));
    await migrateSchemas(database, logger);
    const pool = createPool(database.appUrl, { max: config.poolMax, applicationName: 'taizhang', logger });
    opened.push(() => pool.end());
    if (purpose !== 'restoring') await refuseUnfinished(pool);
    const store = standIns.store ?? (await openOwnLog());
    if (standIns.store) opened.push(() => store.close());
    const clock = standIns.clock ?? (await startDatabaseClock(pool));
    const continuity = await openContinuity({ pool, store, clock, logger }, purpose);
    opened.push(() => continuity.stop());
    const identity = createIdentity({ pool, clock, logger, idleMinutes: config.session.idleMinutes });
    opened.push(() => identity.close());
    return { config, logger, database, pool, clock, store, continuity, identity, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function openOwnLog(): Promise<EventStore> {
    const log = await openLog({ config, logger, database, patience });
    opened.push(() => log.close());
    return log.store;
  }

  async function startDatabaseClock(pool: Pool): Promise<Clock> {
    const clock = await DatabaseClock.start(pool, logger);
    opened.push(async () => clock.stop());
    return clock;
  }
}

/** Asks a database that somebody else runs whether it answers; an embedded one was started by us and is up. */
async function askExternal({ kind, appUrl, ownerUrl }: OpenDatabase): Promise<void> {
  if (kind !== 'external') return;
  await askPostgres(appUrl, 'DATABASE_URL');
  if (ownerUrl !== appUrl) await askPostgres(ownerUrl, 'DATABASE_OWNER_URL');
}
