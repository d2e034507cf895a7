import { type Pool } from 'pg';
import { z } from 'zod';
import { taskStateSchema } from '#domain';
import { plainArray } from './sql-arrays';
import { type StateLoader } from './task-states';

const stateRows = z.array(z.object({ task_id: z.string(), revision: z.number(), state: z.unknown() }));

/** Loads states from the rows of a tasks projection, as far as they stand at the revisions wanted. */
export function stateLoaderFromRows(schema: string): StateLoader {
  const text = `select task_id, revision, state from ${schema}.task where task_id = any($1::uuid[])`;
  return async (wanted, client) => {
    const result = await client.query({ name: `${schema}-states`, text, values: [plainArray([...wanted.keys()])] });
    const rows = stateRows.parse(result.rows).filter((row) => wanted.get(row.task_id) === row.revision);
    return new Map(rows.map((row) => [row.task_id, taskStateSchema.parse(row.state)]));
  };
}

/**
 * The same from another projection's applier: over a connection of its own, since a missing table would end the transaction, and
 * without fail, since it only saves reading the log.
 */
export function stateLoaderBeside(pool: Pool, schema: string): StateLoader {
  const load = stateLoaderFromRows(schema);
  return async (wanted) => {
    try {
      const client = await pool.connect();
      try {
        return await load(wanted, client);
      } finally {
        client.release();
      }
    } catch {
      return new Map();
    }
  };
}
