import { type Pool, type PoolClient } from 'pg';
import { withTransaction } from '#platform';
import { type IdentityChange } from './identity-change';
import { type IdentityNotify } from './identity-notify';

/** One change of identity tables under way. */
export interface IdentityTransaction {
  readonly client: PoolClient;
  /** Says what cached answers the change makes wrong; heard here and elsewhere once it is committed. */
  readonly announce: (change: IdentityChange) => Promise<void>;
}

/**
 * Runs `work` in one transaction and tells every process what it announced. This process is told even when the commit
 * fails: its outcome may be unknown then, and forgetting too much only costs a look into the database.
 */
export async function changeIdentity<T>(
  pool: Pool,
  notify: IdentityNotify,
  work: (transaction: IdentityTransaction) => Promise<T>,
): Promise<T> {
  const changes: IdentityChange[] = [];
  try {
    return await withTransaction(pool, (client) =>
      work({
        client,
        announce: async (change) => {
          changes.push(change);
          await notify.announce(client, change);
        },
      }),
    );
  } finally {
    for (const change of changes) notify.applyHere(change);
  }
}
