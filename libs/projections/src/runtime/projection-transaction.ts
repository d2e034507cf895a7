import { type Pool, type PoolClient } from 'pg';
import { withTransaction } from '#platform';

/**
 * Runs `work` in one transaction that may lose its last moments in a crash of the database but never its wholeness
 * (`synchronous_commit off`): rows and checkpoint are in it together, so what is lost is applied again from the log, and the
 * events themselves are durable elsewhere. It saves a flush of the disk per batch.
 */
export async function projectionTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withTransaction(pool, work, 'begin; set local synchronous_commit = off');
}
