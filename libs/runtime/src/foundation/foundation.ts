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

/** What every process needs first: a migrated database, the log, the clock, identity. */
export interface Foundation {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: OpenDatabase;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly store: EventStore;
  /** Compares the log with the one that the tables were made from, and stops writing while they differ. */
  readonly continuity: LogContinuity;
  readonly identity: Identity;
  /** Closes everything in the reverse order of opening; the embedded database last. */
  close(): Promise<void>;
}

/** Replacements for what the configuration would choose, for the bench, the demo, a restore and tests. */
export interface StandIns {
  /** Used instead of the database's clock. */
  readonly clock?: Clock;
  /** Used instead of the configured log, and closed with the foundation. */
  readonly store?: EventStore;
  /** What the log is opened for. Default: writing. */
  readonly purpose?: Purpose;
  /** How long to wait for servers that are not up yet. Default: not at all. */
  readonly patience?: ServerPatience;
}

/**
 * Lays the foundation on an open database, in this order:
 * - Migrations run under a lock. A program that is older than the data refuses to start.
 * - A process that opens an empty log for writing writes its first event.
 * - A log that the tables were not made from is refused. An older copy of their log is opened, but only for reading.
 *
 * On failure everything opened so far is closed, the database included.
 * @throws RESTORE.UNFINISHED, DATA.OLD, LOG.OTHER, LOG.UNADOPTED, and what connecting and migrating throw
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
    await patience.until('数据库', [POSTGRES_UNAVAILABLE], () => checkExternal(database));
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

/** Throws while an external database does not answer. An embedded one needs no check: this program has started it. */
async function checkExternal({ kind, appUrl, ownerUrl }: OpenDatabase): Promise<void> {
  if (kind !== 'external') return;
  await askPostgres(appUrl, 'DATABASE_URL');
  if (ownerUrl !== appUrl) await askPostgres(ownerUrl, 'DATABASE_OWNER_URL');
}
