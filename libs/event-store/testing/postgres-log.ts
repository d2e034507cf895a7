import { type Pool } from 'pg';
import { createLogger, createPool, migrate } from '#platform';
import { type EventStore, LOG_MIGRATIONS, PostgresEventStore, type PostgresEventStoreOptions } from '../src/index';
import { type LogUnderTest } from './event-store.contract';

const logger = createLogger('error');

/** What `createTestDatabase` of the harness makes; it is passed in, as a lib does not reach for the harness. */
export interface LogDatabase {
  readonly appUrl: string;
  readonly appPool: Pool;
  readonly ownerPool: Pool;
  close(): Promise<void>;
}

/** A log in a database of its own, written by the program's role, which does not own it. */
export interface PostgresLog extends LogUnderTest {
  readonly database: LogDatabase;
  readonly store: PostgresEventStore;
  /** Another process's store; closed with the log unless before. */
  another(options?: Partial<PostgresEventStoreOptions>, applicationName?: string): PostgresEventStore;
}

/** Makes the database, its schema and a store. */
export async function openPostgresLog(createDatabase: () => Promise<LogDatabase>): Promise<PostgresLog> {
  const database = await createDatabase();
  await migrate(database.ownerPool, LOG_MIGRATIONS, { lockKey: 1 });
  const ends: (() => Promise<void>)[] = [];
  const another = (
    options: Partial<PostgresEventStoreOptions> = {},
    applicationName = 'test-log',
  ): PostgresEventStore => {
    // A pool of its own, as another process has; and no polling, so that a call that is missed is noticed.
    const pool = createPool(database.appUrl, { max: 6, applicationName, logger });
    const store = new PostgresEventStore({ pool, pollMs: 60_000, retryMs: 50, ...options });
    ends.push(() => store.close().then(() => pool.end()));
    return store;
  };
  const separate = async (): Promise<EventStore> => {
    const own = await openPostgresLog(createDatabase);
    ends.push(() => own.close());
    return own.store;
  };
  const close = async (): Promise<void> => {
    await Promise.all(ends.map((end) => end()));
    await database.close();
  };
  return { database, store: another(), another, separate, close };
}
