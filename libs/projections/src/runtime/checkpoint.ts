import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type Position } from '#event-store';
import { type Tally } from './tally';

/** A projection's row in `projection.checkpoint`. */
export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  /** One more with each switch to rebuilt tables. */
  readonly generation: number;
  readonly position: Position | null;
  /** What has gone into the tables; null for tables made before this was kept, until they are rebuilt. */
  readonly tally: Tally | null;
  readonly stopped: StopRecord | null;
}

/** Why a projection stands still. */
export interface StopRecord {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly code: string;
  /** `type stream@revision` of the event that could not be applied; null when no event is to blame. */
  readonly event: string | null;
  /** A zh-CN sentence. */
  readonly message: string;
}

const rows = z.array(
  z.object({
    name: z.string(),
    version: z.number(),
    generation: z.string(),
    position: z.string().nullable(),
    applied: z.coerce.number().nullable(),
    digest: z.string().nullable(),
    stopped_at: z.date().nullable(),
    stopped_code: z.string().nullable(),
    stopped_event: z.string().nullable(),
    stopped_message: z.string().nullable(),
  }),
);

const COLUMNS =
  'name, version, generation::text, position::text, applied::text, digest, stopped_at, stopped_code, stopped_event, stopped_message';

/** Every projection's checkpoint, by name. */
export async function readCheckpoints(db: Pool | PoolClient): Promise<ReadonlyMap<string, Checkpoint>> {
  const result = await db.query(`select ${COLUMNS} from projection.checkpoint order by name`);
  return new Map(toCheckpoints(result.rows).map((checkpoint) => [checkpoint.name, checkpoint]));
}

/** A projection's checkpoint, locked until the transaction ends; undefined when its tables were never made. */
export async function lockCheckpoint(client: PoolClient, name: string): Promise<Checkpoint | undefined> {
  const text = `select ${COLUMNS} from projection.checkpoint where name = $1 for update`;
  const result = await client.query({ name: 'projection-lock', text, values: [name] });
  return toCheckpoints(result.rows)[0];
}

function toCheckpoints(found: unknown): Checkpoint[] {
  return rows.parse(found).map((row) => ({
    name: row.name,
    version: row.version,
    generation: Number(row.generation),
    position: row.position,
    tally: toTally(row),
    stopped: row.stopped_at && {
      at: row.stopped_at.toISOString(),
      code: row.stopped_code ?? '',
      event: row.stopped_event,
      message: row.stopped_message ?? '',
    },
  }));
}

/** A row's tally, if it has one. */
export function toTally({ applied, digest }: { readonly applied: number | null; readonly digest: string | null }) {
  return applied === null || digest === null ? null : { events: applied, digest };
}

/** Records that everything up to a position is in the tables, and what that was. */
export async function moveCheckpoint(
  client: PoolClient,
  name: string,
  position: Position,
  tally: Tally | null,
): Promise<void> {
  const text = 'update projection.checkpoint set position = $2, applied = $3, digest = $4 where name = $1';
  const values = [name, position, tally?.events ?? null, tally?.digest ?? null];
  await client.query({ name: 'projection-move', text, values });
}

/** Moves a checkpoint over events that changed no row: never back, and not after a switch to other tables. */
export async function passCheckpoint(pool: Pool, known: Checkpoint, position: Position): Promise<void> {
  const text = `update projection.checkpoint set position = $3
    where name = $1 and generation = $2 and (position is null or position < $3)`;
  await pool.query({ name: 'projection-pass', text, values: [known.name, known.generation, position] });
}

/** Records why a projection stands still, or (null) that it goes on. */
export async function recordStop(pool: Pool, known: Checkpoint, stop: StopRecord | null): Promise<void> {
  const text = `update projection.checkpoint
    set stopped_at = $3, stopped_code = $4, stopped_event = $5, stopped_message = $6
    where name = $1 and generation = $2`;
  const values = [known.name, known.generation, stop?.at, stop?.code, stop?.event, stop?.message];
  await pool.query(text, values);
}
