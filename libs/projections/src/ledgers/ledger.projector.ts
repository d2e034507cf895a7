import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';

/**
 * Ledgers and their imports. How many tasks stand where is not kept here: it is counted from the tasks' rows, so that a figure
 * and the rows behind it are always of one position.
 */
export function ledgerProjector(): Projector {
  return {
    name: 'ledgers',
    version: 2,
    categories: new Set(['ledger']),
    tables: (schema) => `
create table ${schema}.ledger (
  ledger_id uuid primary key,
  name text not null,
  code text not null,
  closing_prefix text not null,
  region text not null,
  practice boolean not null default false,
  created_at timestamptz not null,
  position bigint not null
);
comment on column ${schema}.ledger.practice is 'One person practises in it; nobody else sees it.';
create table ${schema}.import (
  import_id uuid primary key,
  ledger_id uuid not null,
  source json not null,
  first_serial integer not null,
  task_count integer not null,
  complete boolean not null,
  started_at timestamptz not null,
  position bigint not null
);`,
    indexes: (schema) => `create index import_by_ledger on ${schema}.import (ledger_id, first_serial);`,
    open: (target) => new LedgerApplier(target),
  };
}

class LedgerApplier implements Applier {
  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    for (const entry of entries) await this.applyOne(entry, client);
  }

  private async applyOne({ id, position, event }: ReadableEntry, client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { recordedAt } = event.metadata;
    switch (event.type) {
      case 'ledger.created': {
        const { name, code, closingPrefix, region } = event.data;
        await client.query(
          `insert into ${schema}.ledger (ledger_id, name, code, closing_prefix, region, created_at, position)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [id, name, code, closingPrefix, region, recordedAt, position],
        );
        return;
      }
      case 'ledger.marked-practice':
        await client.query(`update ${schema}.ledger set practice = true, position = $2 where ledger_id = $1`, [
          id,
          position,
        ]);
        return;
      case 'ledger.import-started': {
        const { importId, source, firstSerial, tasks } = event.data;
        await client.query(
          `insert into ${schema}.import
             (import_id, ledger_id, source, first_serial, task_count, complete, started_at, position)
           values ($1, $2, $3, $4, $5, false, $6, $7)`,
          [importId, id, JSON.stringify(source), firstSerial, tasks.length, recordedAt, position],
        );
        return;
      }
      case 'ledger.import-completed':
        await client.query(`update ${schema}.import set complete = true, position = $2 where import_id = $1`, [
          event.data.importId,
          position,
        ]);
        return;
      default:
        throw new Error(`${event.type} does not belong in a ledger's stream`);
    }
  }
}
