import { Pool } from 'pg';
import { type Logger } from './logger';
import { RepeatedWarnings } from './repeated-warnings';

/** Settings of {@link createPool}; times in milliseconds. */
export interface PoolOptions {
  /** Most connections at a time. */
  readonly max: number;
  /** Shown in `pg_stat_activity`, so that an administrator can tell connections apart. */
  readonly applicationName: string;
  readonly logger: Logger;
  /** A statement that takes longer is cancelled by the server. Default 30 s; 0 means never. */
  readonly statementTimeout?: number;
  /** Longest wait for a connection, from the server or from the pool. Default 5 s. */
  readonly connectTimeout?: number;
  /** A transaction left open and idle for longer is ended by the server. Default 60 s. */
  readonly idleInTransactionTimeout?: number;
}

/**
 * A pool that survives a lost database: a broken idle connection is logged and replaced. Without the listener Node
 * would end the process.
 */
export function createPool(connectionString: string, options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString,
    max: options.max,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeout ?? 30_000,
    connectionTimeoutMillis: options.connectTimeout ?? 5_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 60_000,
    keepAlive: true,
  });
  const warnings = new RepeatedWarnings(options.logger);
  pool.on('error', (error) => {
    // Connections that the server ends while the pool is being ended are no news.
    if (pool.ending) return;
    warnings.warn(error, '数据库连接中断，将自动重连。', { pool: options.applicationName });
  });
  // A server that greets and ends a connection in one packet reports the error before the pool listens for it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
