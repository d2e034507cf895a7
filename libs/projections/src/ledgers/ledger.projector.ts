import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { createTables } from '../shared/table';
import { IMPORT, LEDGER } from './ledger.table';

/**
 * Ledgers and their imports. How many tasks stand where is not kept here: it is counted from the tasks' rows, so that a figure
 * and the rows behind it are always of one position.
 */
export function ledgerProjector(): Projector {
  return {
    name: 'ledgers',
    version: 3,
    categories: new Set(['ledger']),
    tables: createTables(LEDGER, IMPORT),
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
        const { name, code, closingPrefix, region, kind } = event.data;
        const row = { ledgerId: id, name, code, closingPrefix, region, kind, recordedAt, position };
        await client.query(LEDGER.insert(schema, [row]));
        return;
      }
      case 'ledger.marked-practice':
        await client.query(`update ${schema}.ledger set practice = true, position = $2 where ledger_id = $1`, [
          id,
          position,
        ]);
        return;
      case 'ledger.classified':
        await client.query(`update ${schema}.ledger set kind = $2, position = $3 where ledger_id = $1`, [
          id,
          event.data.kind,
          position,
        ]);
        return;
      case 'ledger.import-started': {
        const { importId, source, firstSerial, tasks } = event.data;
        const row = { importId, ledgerId: id, source, firstSerial, taskCount: tasks.length, recordedAt, position };
        await client.query(IMPORT.insert(schema, [row]));
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
