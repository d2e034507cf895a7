import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type LogPlace } from '#event-store';
import { type Tally } from './tally';

/** A projection's row in `projection.checkpoint`. */
export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  /** One more with each switch to rebuilt tables. */
  readonly generation: number;
  /** Everything up to here is in the tables; null when nothing is. */
  readonly place: LogPlace | null;
  /** What has gone into the tables. */
  readonly tally: Tally;
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

/** The columns that say how far tables go, as they are read. */
export const extentColumns = {
  position: z.string().nullable(),
  hash: z.string().nullable(),
  applied: z.coerce.number(),
  digest: z.string(),
};

const rows = z.array(
  z.object({
    name: z.string(),
    version: z.number(),
    generation: z.string(),
    ...extentColumns,
    stopped_at: z.date().nullable(),
    stopped_code: z.string().nullable(),
    stopped_event: z.string().nullable(),
    stopped_message: z.string().nullable(),
  }),
);

const COLUMNS =
  'name, version, generation::text, position::text, hash, applied::text, digest, stopped_at, stopped_code, stopped_event, stopped_message';

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
    ...toExtent(row),
    stopped: row.stopped_at && {
      at: row.stopped_at.toISOString(),
      code: row.stopped_code ?? '',
      event: row.stopped_event,
      message: row.stopped_message ?? '',
    },
  }));
}

/** How far tables go. */
export interface Extent {
  readonly place: LogPlace | null;
  readonly tally: Tally;
}

interface ExtentRow {
  readonly position: string | null;
  readonly hash: string | null;
  readonly applied: number;
  readonly digest: string;
}

/** How far the tables go that a row is about. */
export function toExtent({ position, hash, applied, digest }: ExtentRow): Extent {
  const place = position === null || hash === null ? null : { position, hash };
  return { place, tally: { events: applied, digest } };
}

/** The values of the columns position, hash, applied and digest. */
export function extentValues({ place, tally }: Extent): readonly (string | number | null)[] {
  return [place?.position ?? null, place?.hash ?? null, tally.events, tally.digest];
}

/** Records that everything up to a position is in the tables, and what that was. */
export async function moveCheckpoint(client: PoolClient, name: string, extent: Extent): Promise<void> {
  const text = 'update projection.checkpoint set position = $2, hash = $3, applied = $4, digest = $5 where name = $1';
  await client.query({ name: 'projection-move', text, values: [name, ...extentValues(extent)] });
}

/**
 * Moves a checkpoint over events that changed no row: never back, and only where the tables hold exactly what is known here.
 * @returns false when they hold something else, and nothing was moved: another process has written, they were switched, or the
 * database crashed and lost its last commits, so that moving on would pass over an event that is not in the tables
 */
export async function passCheckpoint(pool: Pool, known: Checkpoint, { position, hash }: LogPlace): Promise<boolean> {
  const text = `update projection.checkpoint
    set position = greatest(position, $5), hash = case when position > $5 then hash else $6 end
    where name = $1 and generation = $2 and applied = $3 and digest = $4`;
  const { events, digest } = known.tally;
  const values = [known.name, known.generation, events, digest, position, hash];
  const { rowCount } = await pool.query({ name: 'projection-pass', text, values });
  return rowCount === 1;
}

/** Records why a projection stands still, or (null) that it goes on. */
export async function recordStop(pool: Pool, known: Checkpoint, stop: StopRecord | null): Promise<void> {
  const text = `update projection.checkpoint
    set stopped_at = $3, stopped_code = $4, stopped_event = $5, stopped_message = $6
    where name = $1 and generation = $2`;
  const values = [known.name, known.generation, stop?.at, stop?.code, stop?.event, stop?.message];
  await pool.query(text, values);
}
