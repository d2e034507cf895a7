import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { plainArray } from './sql-arrays';

/**
 * The practice ledgers, in a table of every projection whose rows go by ledger: what a practice ledger hides is then hidden as of the
 * same position as the rows, however far the other projections are.
 */
export function practiceTable(schema: string): string {
  return `
create table ${schema}.practice_ledger (ledger_id uuid primary key);
comment on table ${schema}.practice_ledger is 'Ledgers in which one person practises; nobody else sees them.';`;
}

/** Keeps the practice ledgers of a batch. */
export async function keepPracticeLedgers(
  schema: string,
  entries: readonly ReadableEntry[],
  client: PoolClient,
): Promise<void> {
  const ids = entries.filter(({ event }) => event.type === 'ledger.marked-practice').map(({ id }) => id);
  if (ids.length === 0) return;
  const text = `insert into ${schema}.practice_ledger select unnest($1::uuid[]) on conflict do nothing`;
  await client.query(text, [plainArray(ids)]);
}
