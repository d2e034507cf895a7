import { type Pool } from 'pg';
import { comparePositions, type EventStore, PostgresEventStore } from '#event-store';
import { attachOrStart, createLogger, createPool, loadConfig } from '#platform';
import { readCheckpoints } from '#projections';
import { type ProductFolder } from './product-folder';

/** The database of a running product. */
export interface ProductDatabase {
  readonly pool: Pool;
  readonly store: EventStore;
}

/** Looks into the database of the product that runs on a folder, as its command line does. */
export async function withDatabaseOf<T>(folder: ProductFolder, work: (database: ProductDatabase) => Promise<T>) {
  const logger = createLogger('error');
  const database = await attachOrStart(loadConfig({ TAIZHANG_DATA: folder.path }), logger);
  expect(database.kind).toBe('attached');
  const pool = createPool(database.appUrl, { max: 4, applicationName: 'test-fault', logger });
  try {
    return await onPool(pool, work);
  } finally {
    await pool.end();
    await database.close();
  }
}

/** Looks into a database through connections that are there. */
export async function onPool<T>(pool: Pool, work: (database: ProductDatabase) => Promise<T>): Promise<T> {
  const store = new PostgresEventStore({ pool });
  try {
    return await work({ pool, store });
  } finally {
    await store.close();
  }
}

/** True when every projection has applied the whole log. */
export async function isLevel({ pool, store }: ProductDatabase): Promise<boolean> {
  const head = await store.head();
  const checkpoints = [...(await readCheckpoints(pool)).values()];
  return (
    checkpoints.length > 0 && checkpoints.every(({ place }) => comparePositions(place?.position ?? null, head) >= 0)
  );
}

/** Every row of a projection, table by table, as JSON with its keys in one order: in which a column has them means nothing. */
export async function rowsOf({ pool }: ProductDatabase, schema: string): Promise<Map<string, string[]>> {
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 order by 1`,
    [schema],
  );
  const rows = new Map<string, string[]>();
  for (const { name } of tables.rows) {
    const found = await pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t order by 1`);
    rows.set(
      name,
      found.rows.map(({ row }) => row),
    );
  }
  return rows;
}
