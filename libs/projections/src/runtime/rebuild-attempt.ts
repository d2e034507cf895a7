import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type Extent, extentColumns, extentValues, toExtent } from './checkpoint';
import { createSchema } from './install-projection';
import { LostCommit } from './projection-error';
import { type Projector } from './projector';
import { NO_EVENTS } from './tally';

/** How far the tables go that a rebuild fills. */
export interface Attempt extends Extent {
  /** True when the tables have their indexes. */
  readonly indexed: boolean;
}

const rows = z.array(z.object({ ...extentColumns, indexed: z.boolean() }));

/** What an interrupted rebuild to the same version has left, to go on from; undefined when there is nothing of use. */
export async function interruptedAttempt(
  pool: Pool,
  { name, version }: Projector,
  schema: string,
): Promise<Attempt | undefined> {
  const result = await pool.query(
    `select position::text, hash, applied::text, digest, indexed from projection.attempt
     where name = $1 and version = $2 and to_regnamespace($3) is not null`,
    [name, version, schema],
  );
  const [row] = rows.parse(result.rows);
  return row && { ...toExtent(row), indexed: row.indexed };
}

/** Begins with empty tables, and forgets what an interrupted rebuild has left. */
export async function beginAttempt(client: PoolClient, projector: Projector, schema: string): Promise<Attempt> {
  await createSchema(client, projector, schema);
  await client.query('delete from projection.attempt where name = $1', [projector.name]);
  await client.query('insert into projection.attempt (name, version) values ($1, $2)', [
    projector.name,
    projector.version,
  ]);
  return { place: null, tally: NO_EVENTS, indexed: false };
}

/**
 * Records how far the tables go, in the transaction that has written them.
 * @param before how far they went as the transaction began
 * @throws LostCommit when they do not go as far as that
 */
export async function keepAttempt(client: PoolClient, name: string, before: Attempt, attempt: Attempt): Promise<void> {
  const { rowCount } = await client.query(
    `update projection.attempt set position = $2, hash = $3, applied = $4, digest = $5, indexed = $6
     where name = $1 and position is not distinct from $7 and applied = $8 and digest = $9 and indexed = $10`,
    [
      name,
      ...extentValues(attempt),
      attempt.indexed,
      before.place?.position,
      before.tally.events,
      before.tally.digest,
      before.indexed,
    ],
  );
  if (rowCount !== 1) throw new LostCommit(name);
}
