import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { columnsOf } from './columns';
import { table } from './table';

const column = columnsOf<string>();

/**
 * The practice ledgers, in a table of every projection whose rows go by ledger: what a practice ledger hides is then hidden as of the
 * same position as the rows, however far the other projections are.
 */
export const PRACTICE_LEDGER = table(
  'practice_ledger',
  { ledger_id: column.uuid((ledgerId) => ledgerId, { key: true }) },
  { comment: 'Ledgers in which one person practises; nobody else sees them.' },
);

/** Keeps the practice ledgers of a batch. */
export async function keepPracticeLedgers(
  schema: string,
  entries: readonly ReadableEntry[],
  client: PoolClient,
): Promise<void> {
  const ids = entries.filter(({ event }) => event.type === 'ledger.marked-practice').map(({ id }) => id);
  if (ids.length === 0) return;
  await client.query(PRACTICE_LEDGER.insertMissing(schema, ids));
}
