import { type PoolClient } from 'pg';
import { type RecordedOfType } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { createTables } from '../shared/table';
import { DISABLED_ACCOUNT } from './disabled-account.table';
import { PASSWORD, type PasswordOrigin } from './password.table';
import { POST } from './post.table';
import { PROPOSAL } from './proposal.table';

/** Where sessions hear that what an account may do has changed; the payload is that of identity's own notices. */
const IDENTITY_CHANNEL = 'taizhang_identity';

/** Posts: which account plays which role for which unit, in which ledger; what of that waits for a second administrator; who cannot sign in; who gave an account its password. */
export function postProjector(): Projector {
  return {
    name: 'posts',
    version: 5,
    categories: new Set(['account']),
    tables: createTables(POST, PROPOSAL, DISABLED_ACCOUNT, PASSWORD),
    indexes: (schema) => `
create index post_by_account on ${schema}.post (account_id);
create index post_by_unit on ${schema}.post (unit_id);
create index proposal_by_moment on ${schema}.proposal (asked_at);`,
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

  private async applyOne(entry: ReadableEntry, client: PoolClient): Promise<string | null> {
    const { id, event } = entry;
    switch (event.type) {
      case 'post.granted':
      case 'post.granted-for-practice':
        await this.granted(entry, event, client);
        return id;
      case 'post.revoked':
        await this.changed(entry, event.data.postId, 'revoked_at = $4', event.metadata.recordedAt, client);
        return id;
      case 'post.charge-set':
        await this.changed(entry, event.data.postId, 'in_charge = $4::uuid[]', event.data.inCharge, client);
        return id;
      case 'account.proposed':
        await this.asked(entry, event, client);
        return null;
      case 'account.decided':
        await this.decided(event, client);
        return null;
      case 'account.password-reset':
        await client.query(
          `update ${this.target.schema}.proposal set done = true where account_id = $1 and act = 'account.reset-password' and result = 'approved'`,
          [id],
        );
        await this.given(entry, event.data.at === 'machine' ? 'machine' : 'reset', client);
        return null;
      case 'account.created':
        await this.given(entry, 'created', client);
        return null;
      case 'account.password-changed':
        await client.query(
          `update ${this.target.schema}.password set changed_at = coalesce(changed_at, $2) where account_id = $1`,
          [id, event.metadata.recordedAt],
        );
        return null;
      case 'account.disabled':
        await client.query(
          DISABLED_ACCOUNT.upsert(this.target.schema, [{ accountId: id, recordedAt: event.metadata.recordedAt }]),
        );
        return null;
      case 'account.enabled':
        await client.query(`delete from ${this.target.schema}.disabled_account where account_id = $1`, [id]);
        return null;
      default:
        return null;
    }
  }

  private async given({ id, event }: ReadableEntry, how: PasswordOrigin, client: PoolClient): Promise<void> {
    const { actor: by, recordedAt } = event.metadata;
    await client.query(PASSWORD.upsert(this.target.schema, [{ accountId: id, by, how, recordedAt }]));
  }

  private async granted({ id, position }: ReadableEntry, event: Granted, client: PoolClient): Promise<void> {
    const { postId, unitId, role, ledgerId } = event.data;
    const practice = event.type === 'post.granted-for-practice';
    const inCharge = event.type === 'post.granted' ? event.data.inCharge : [];
    const { recordedAt } = event.metadata;
    const row = { postId, accountId: id, unitId, role, ledgerId, practice, inCharge, recordedAt, position };
    await client.query(POST.upsert(this.target.schema, [row]));
  }

  /** Changes a post that the account holds. */
  private async changed(
    { id, position, event }: ReadableEntry,
    postId: string,
    change: string,
    value: unknown,
    client: PoolClient,
  ): Promise<void> {
    const { rowCount } = await client.query(
      `update ${this.target.schema}.post set ${change}, position = $3 where post_id = $1 and account_id = $2`,
      [postId, id, position, value],
    );
    if (rowCount !== 1) throw new Error(`account ${id}: ${event.type} of the post ${postId}, which was never granted`);
  }

  private async asked(
    { id, position }: ReadableEntry,
    { data, metadata: { actor, recordedAt } }: RecordedOfType<'account.proposed'>,
    client: PoolClient,
  ): Promise<void> {
    const row = { ...data, accountId: id, by: actor, recordedAt, position };
    await client.query(PROPOSAL.upsert(this.target.schema, [row]));
  }

  private async decided(
    { data: { proposalId, result, reason }, metadata: { actor, recordedAt } }: RecordedOfType<'account.decided'>,
    client: PoolClient,
  ): Promise<void> {
    await client.query(
      `update ${this.target.schema}.proposal
       set result = $2, reason = $3, decided_by_name = $4, decided_at = $5, done = act = 'account.grant-post' and $2 = 'approved'
       where proposal_id = $1`,
      [proposalId, result, reason, actor.name, recordedAt],
    );
  }
}

type Granted = RecordedOfType<'post.granted' | 'post.granted-for-practice'>;
