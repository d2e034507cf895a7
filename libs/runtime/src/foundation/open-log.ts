import { type DamagedStream, type EventStore, openKurrentEventStore, PostgresEventStore } from '#event-store';
import {
  type Config,
  createPool,
  type Logger,
  type OpenDatabase,
  RepeatedWarnings,
  type ServerPatience,
} from '#platform';

/** The log has connections of its own, so that reads of pages never wait behind appends. */
const LOG_CONNECTIONS = 8;

/** What the log is opened with. */
export interface LogParts {
  readonly config: Config;
  readonly logger: Logger;
  /** Holds the log unless the configuration names a KurrentDB. */
  readonly database: OpenDatabase;
  readonly patience: ServerPatience;
}

/** The log, and how to give back what it was opened with. */
export interface OpenLog {
  readonly store: EventStore;
  close(): Promise<void>;
}

/** Opens the log that the configuration names: KurrentDB at `EVENTSTORE_URL`, else the tables of the database. */
export async function openLog({ config, logger, database, patience }: LogParts): Promise<OpenLog> {
  const warnings = new RepeatedWarnings(logger);
  const onFault = (error: unknown): void => warnings.warn(error, '事件日志的订阅中断，正在重连。');
  const { eventstoreUrl: url } = config;
  if (url !== undefined) {
    const onDamage = ({ stream, message }: DamagedStream): void => logger.error({ stream }, message);
    const open = () => openKurrentEventStore({ url, onFault, onDamage });
    const store = await patience.until('事件库', ['LOG.UNAVAILABLE'], open);
    return { store, close: () => store.close() };
  }
  const pool = createPool(database.appUrl, { max: LOG_CONNECTIONS, applicationName: 'taizhang-log', logger });
  const store = new PostgresEventStore({ pool, onFault });
  return { store, close: () => store.close().then(() => pool.end()) };
}
