export { type Clock, ControlledClock } from './clock';
export { isDatabaseAway } from './database-away';
export { type ClockSource, DatabaseClock } from './database-clock';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/embedded-postgres';
export { stopOrphan } from './embedded/postgres-process';
export { APP_ROLE, ensureDatabase, OWNER_ROLE } from './embedded/postgres-setup';
export { syncFolder, writeDurably } from './durable-file';
export { eachBounded } from './each-bounded';
export { errorCode } from './error-code';
export {
  type EventstoreAddress,
  type EventstoreFiles,
  type EventstoreHost,
  type EventstoreOptions,
  parseEventstoreAddress,
} from './eventstore-address';
export { type EventstoreCertificates, readEventstoreCertificates } from './eventstore-certificates';
export { createLogger, LOG_LEVELS, type Logger, type LogLevel } from './logger';
export { migrate, type MigrateOptions, type Migration } from './migration';
export { NestLogger } from './nest-logger';
export { pause } from './pause';
export { poll } from './poll';
export { createPool, type PoolOptions } from './pool';
export { processStart } from './process-identity';
export { programVersion } from './program-version';
export { isOutsideFault, RepeatedWarnings } from './repeated-warnings';
export { type ErrorDetails, TaizhangError } from './taizhang-error';
export { withTransaction } from './transaction';
export { UnlessAway, type UnlessAwayOptions } from './unless-away';
export { type Config, loadConfig, ROLES } from './config';
export { DATA_FORMAT, type DataFolder, openDataFolder } from './data-folder/data-folder';
export { diskHealth, diskSpaceOf, type DiskSpace } from './data-folder/disk-space';
export { type RuntimeAddresses } from './data-folder/runtime-file';
export { connectionReason, type ConnectionReason, type ReasonLine } from './connection-reason';
export { askPostgres, type DatabaseVariable, POSTGRES_UNAVAILABLE, type PostgresFacts } from './external-postgres';
export { NO_PATIENCE, type PatienceOptions, ServerPatience } from './server-patience';
export { freePort } from './free-port';
export { type HealthCheck, type HealthFinding, HealthRegistry, type HealthReport } from './health';
export { createMetricsRegistry } from './metrics';
export { attachOrStart, openDatabase, type OpenDatabase } from './open-database';
