import { type Pool, type PoolClient } from 'pg';
import { type Checkpoint, lockCheckpoint, readCheckpoints } from './checkpoint';
import { projectionTransaction } from './projection-transaction';
import { liveSchema, type Projector } from './projector';

/** Makes the tables of a projection that has none yet, empty and at the beginning of the log; several may try at once. */
export async function installProjection(pool: Pool, projector: Projector): Promise<Checkpoint> {
  return projectionTransaction(pool, async (client) => {
    const schema = liveSchema(projector.name);
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [schema]);
    const known = await lockCheckpoint(client, projector.name);
    if (known) return known;
    await createSchema(client, projector, schema);
    await client.query(projector.indexes(schema));
    const row = await client.query('insert into projection.checkpoint (name, version) values ($1, $2)', [
      projector.name,
      projector.version,
    ]);
    const made = row.rowCount === 1 ? await lockCheckpoint(client, projector.name) : undefined;
    if (!made) throw new Error(`no checkpoint for ${projector.name}`);
    return made;
  });
}

/** Makes the tables of the projections that have none yet. */
export async function installMissing(pool: Pool, projectors: readonly Projector[]): Promise<void> {
  const known = await readCheckpoints(pool);
  for (const projector of projectors) {
    if (!known.has(projector.name)) await installProjection(pool, projector);
  }
}

/** Makes a schema with the tables of a projection, after dropping what an interrupted attempt has left there. */
export async function createSchema(client: PoolClient, projector: Projector, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${schema} cascade`);
  await client.query(`create schema ${schema}`);
  await client.query(projector.tables(schema));
}
