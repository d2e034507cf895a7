import { type Pool, type PoolClient } from 'pg';

/**
 * A connection from the pool that somebody listens to from its first moment. With `await pool.connect()` there is a gap: a
 * server that greets and at once says goodbye, in one packet, makes the client emit an 'error' before the awaiting code
 * runs, and an error that nobody listens to ends the process.
 */
export function guardedConnect(pool: Pool): Promise<PoolClient> {
  return new Promise((resolve, reject) => {
    pool.connect((error, client) => {
      if (client === undefined) {
        reject(error ?? new Error('the pool gave no connection'));
        return;
      }
      // What is wrong shows in the next query as well; whoever must hear at once adds a listener of its own.
      client.on('error', () => undefined);
      resolve(client);
    });
  });
}
