import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type Position } from '#event-store';
import { TaizhangError } from '#platform';
import { type Checkpoint, lockCheckpoint, toTally } from './checkpoint';
import { projectionTransaction } from './projection-transaction';
import { liveSchema, type Projector } from './projector';
import { type Tally } from './tally';

/** The tables that were live before the last switch. */
export interface Former {
  readonly name: string;
  readonly version: number;
  readonly position: Position | null;
  readonly tally: Tally | null;
}

const rows = z.array(
  z.object({
    name: z.string(),
    version: z.number(),
    position: z.string().nullable(),
    applied: z.coerce.number().nullable(),
    digest: z.string().nullable(),
  }),
);

/** The former tables that there are, by the name of their projection. */
export async function readFormer(db: Pool | PoolClient): Promise<ReadonlyMap<string, Former>> {
  const result = await db.query('select name, version, position::text, applied::text, digest from projection.former');
  return new Map(
    rows.parse(result.rows).map(({ name, version, position, ...row }) => {
      return [name, { name, version, position, tally: toTally(row) }] as const;
    }),
  );
}

/** Keeps the live tables as the former ones, in the place of those kept before. The checkpoint's lock is the caller's. */
export async function keepAsFormer(client: PoolClient, { name, version, position, tally }: Checkpoint): Promise<void> {
  const live = liveSchema(name);
  await client.query(`drop schema if exists ${live}_former cascade`);
  await client.query(`alter schema ${live} rename to ${live}_former`);
  await client.query(
    `insert into projection.former (name, version, position, applied, digest) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set version = excluded.version, position = excluded.position,
       applied = excluded.applied, digest = excluded.digest`,
    [name, version, position, tally?.events ?? null, tally?.digest ?? null],
  );
}

/** Makes tables the live ones: another generation, so that every process takes them up anew. */
export async function makeLive(client: PoolClient, schema: string, tables: Former): Promise<void> {
  const { name, version, position, tally } = tables;
  await client.query(`alter schema ${schema} rename to ${liveSchema(name)}`);
  await client.query(
    `update projection.checkpoint set version = $2, generation = generation + 1, position = $3, applied = $4,
       digest = $5, stopped_at = null, stopped_code = null, stopped_event = null, stopped_message = null
     where name = $1`,
    [name, version, position, tally?.events ?? null, tally?.digest ?? null],
  );
}

/**
 * Goes back to the tables that were live before the last switch; what the log holds since is applied to them as to any.
 * Meant for a program of the version that made them: a newer one would build its own again.
 * @throws TaizhangError PROJECTION.NO_FORMER, PROJECTION.FORMER_OTHER_VERSION
 */
export async function rollBack(pool: Pool, projector: Projector): Promise<Former> {
  const { name } = projector;
  return projectionTransaction(pool, async (client) => {
    const live = await lockCheckpoint(client, name);
    const former = (await readFormer(client)).get(name);
    if (!live || !former) throw new TaizhangError('PROJECTION.NO_FORMER', `${name} 没有留存的上一版，无法回退。`);
    if (former.version !== projector.version) {
      const message = `${name} 的上一版是第 ${former.version} 版，本程序用第 ${projector.version} 版，请用当时的程序回退。`;
      throw new TaizhangError('PROJECTION.FORMER_OTHER_VERSION', message);
    }
    const aside = `${liveSchema(name)}_aside`;
    await client.query(`alter schema ${liveSchema(name)}_former rename to ${aside}`);
    await keepAsFormer(client, live);
    await makeLive(client, aside, former);
    return former;
  });
}
