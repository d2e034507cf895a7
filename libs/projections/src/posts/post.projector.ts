import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { createTables } from '../shared/table';
import { POST } from './post.table';

/** Where sessions hear that what an account may do has changed; the payload is that of identity's own notices. */
const IDENTITY_CHANNEL = 'taizhang_identity';

/** Posts: which account plays which role for which unit, in which ledger. */
export function postProjector(): Projector {
  return {
    name: 'posts',
    version: 3,
    categories: new Set(['account']),
    tables: createTables(POST),
    indexes: (schema) => `
create index post_by_account on ${schema}.post (account_id);
create index post_by_unit on ${schema}.post (unit_id);`,
    open: (target) => new PostApplier(target),
    // A notice that names nobody: whoever keeps posts in memory forgets all of them.
    onSwitch: async (client) => {
      await client.query('select pg_notify($1, $2)', [IDENTITY_CHANNEL, '']);
    },
  };
}

class PostApplier implements Applier {
  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const accounts = new Set<string>();
    for (const entry of entries) {
      const accountId = await this.applyOne(entry, client);
      if (accountId !== null) accounts.add(accountId);
    }
    if (!this.target.live) return;
    // In the transaction: whoever hears it and reads again sees the rows.
    for (const accountId of accounts) {
      await client.query('select pg_notify($1, $2)', [
        IDENTITY_CHANNEL,
        JSON.stringify({ kind: 'account', accountId }),
      ]);
    }
  }

  private async applyOne({ id, position, event }: ReadableEntry, client: PoolClient): Promise<string | null> {
    const { schema } = this.target;
    const { recordedAt } = event.metadata;
    if (event.type === 'post.granted' || event.type === 'post.granted-for-practice') {
      const { postId, unitId, role, ledgerId } = event.data;
      const practice = event.type === 'post.granted-for-practice';
      const row = { postId, accountId: id, unitId, role, ledgerId, practice, recordedAt, position };
      await client.query(POST.upsert(schema, [row]));
      return id;
    }
    if (event.type !== 'post.revoked') return null;
    const { postId } = event.data;
    const { rowCount } = await client.query(
      `update ${schema}.post set revoked_at = $2, position = $3 where post_id = $1 and account_id = $4`,
      [postId, recordedAt, position, id],
    );
    if (rowCount !== 1) throw new Error(`account ${id}: the post ${postId} was revoked and never granted`);
    return id;
  }
}
