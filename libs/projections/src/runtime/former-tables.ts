import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type EventStore, isPlaceIn } from '#event-store';
import { TaizhangError } from '#platform';
import { type Checkpoint, type Extent, extentColumns, extentValues, lockCheckpoint, toExtent } from './checkpoint';
import { projectionTransaction } from './projection-transaction';
import { liveSchema, type Projector } from './projector';

/** The tables that were live before the last switch. */
export interface Former extends Extent {
  readonly name: string;
  readonly version: number;
}

const rows = z.array(z.object({ name: z.string(), version: z.number(), ...extentColumns }));

/** The former tables that there are, by the name of their projection. */
export async function readFormer(db: Pool | PoolClient): Promise<ReadonlyMap<string, Former>> {
  const result = await db.query(
    'select name, version, position::text, hash, applied::text, digest from projection.former',
  );
  return new Map(
    rows.parse(result.rows).map(({ name, version, ...row }) => [name, { name, version, ...toExtent(row) }]),
  );
}

/** Keeps the live tables as the former ones, in the place of those kept before. The checkpoint's lock is the caller's. */
export async function keepAsFormer(client: PoolClient, { name, version, ...extent }: Checkpoint): Promise<void> {
  const live = liveSchema(name);
  await client.query(`drop schema if exists ${live}_former cascade`);
  await client.query(`alter schema ${live} rename to ${live}_former`);
  await client.query(
    `insert into projection.former (name, version, position, hash, applied, digest) values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do update set version = excluded.version, position = excluded.position, hash = excluded.hash,
       applied = excluded.applied, digest = excluded.digest`,
    [name, version, ...extentValues(extent)],
  );
}

/** Makes tables the live ones: another generation, so that every process takes them up anew. */
export async function makeLive(client: PoolClient, schema: string, tables: Former): Promise<void> {
  const { name, version, ...extent } = tables;
  await client.query(`alter schema ${schema} rename to ${liveSchema(name)}`);
  await client.query(
    `update projection.checkpoint set version = $2, generation = generation + 1, position = $3, hash = $4, applied = $5,
       digest = $6, stopped_at = null, stopped_code = null, stopped_event = null, stopped_message = null
     where name = $1`,
    [name, version, ...extentValues(extent)],
  );
}

/**
 * Goes back to the tables that were live before the last switch; what the log holds since is applied to them as to any.
 * Meant for a program of the version that made them: a newer one would build its own again. Tables of another past, such as
 * those from before the log was restored from an older copy, are not gone back to.
 * @throws TaizhangError PROJECTION.NO_FORMER, PROJECTION.FORMER_OTHER_VERSION, PROJECTION.FORMER_OTHER_PAST
 */
export async function rollBack(pool: Pool, store: EventStore, projector: Projector): Promise<Former> {
  const { name } = projector;
  return projectionTransaction(pool, async (client) => {
    const live = await lockCheckpoint(client, name);
    const former = (await readFormer(client)).get(name);
    if (!live || !former) throw new TaizhangError('PROJECTION.NO_FORMER', `${name} 没有留存的上一版，无法回退。`);
    if (former.version !== projector.version) {
      const message = `${name} 的上一版是第 ${former.version} 版，本程序用第 ${projector.version} 版，请用当时的程序回退。`;
      throw new TaizhangError('PROJECTION.FORMER_OTHER_VERSION', message);
    }
    if (!(await isPlaceIn(store, former.place))) {
      const message = `${name} 的上一版由另一段事件日志建立，不能回退，请保留现有的表。`;
      throw new TaizhangError('PROJECTION.FORMER_OTHER_PAST', message);
    }
    const aside = `${liveSchema(name)}_aside`;
    await client.query(`alter schema ${liveSchema(name)}_former rename to ${aside}`);
    await keepAsFormer(client, live);
    await makeLive(client, aside, former);
    await projector.onSwitch?.(client);
    return former;
  });
}
