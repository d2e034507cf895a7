import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type Position } from '#event-store';
import { createSchema } from './install-projection';
import { type Projector } from './projector';
import { NO_EVENTS, type Tally } from './tally';

/** How far the tables go that a rebuild fills. */
export interface Attempt {
  readonly position: Position | null;
  readonly tally: Tally;
  /** Whether they have their indexes. */
  readonly indexed: boolean;
}

const rows = z.array(
  z.object({
    position: z.string().nullable(),
    applied: z.coerce.number(),
    digest: z.string(),
    indexed: z.boolean(),
  }),
);

/** What an interrupted rebuild to the same version has left, to go on from; undefined when there is nothing of use. */
export async function interruptedAttempt(
  pool: Pool,
  { name, version }: Projector,
  schema: string,
): Promise<Attempt | undefined> {
  const result = await pool.query(
    `select position::text, applied::text, digest, indexed from projection.attempt
     where name = $1 and version = $2 and to_regnamespace($3) is not null`,
    [name, version, schema],
  );
  const [row] = rows.parse(result.rows);
  return row && { position: row.position, tally: { events: row.applied, digest: row.digest }, indexed: row.indexed };
}

/** Begins with empty tables, and forgets what an interrupted rebuild has left. */
export async function beginAttempt(client: PoolClient, projector: Projector, schema: string): Promise<Attempt> {
  await createSchema(client, projector, schema);
  await client.query('delete from projection.attempt where name = $1', [projector.name]);
  await client.query('insert into projection.attempt (name, version) values ($1, $2)', [
    projector.name,
    projector.version,
  ]);
  return { position: null, tally: NO_EVENTS, indexed: false };
}

/** Records how far the tables go, in the transaction that has written them. */
export async function keepAttempt(client: PoolClient, name: string, attempt: Attempt): Promise<void> {
  const { position, tally, indexed } = attempt;
  await client.query(
    'update projection.attempt set position = $2, applied = $3, digest = $4, indexed = $5 where name = $1',
    [name, position, tally.events, tally.digest, indexed],
  );
}
