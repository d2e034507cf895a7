import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';

/** The log that the read models are made from, by the name that its first event gives it. */
export interface LogOrigin {
  readonly installationId: string;
  /** False while the name is chosen and not yet known to be in the log. */
  readonly founded: boolean;
}

const rows = z.array(z.object({ installation_id: z.uuid(), founded: z.boolean() }));

/** Whose tables these are; null when nobody's yet. */
export async function readOrigin(db: Pool | PoolClient): Promise<LogOrigin | null> {
  const [row] = rows.parse((await db.query('select installation_id, founded from projection.log_origin')).rows);
  return row ? { installationId: row.installation_id, founded: row.founded } : null;
}

/**
 * Chooses the name of a log that is to be founded, before anything is in the log: a crash in between is gone on with under
 * the same name, and of several processes all choose the one that was first.
 * @param suggestion the name unless one is chosen
 */
export async function chooseOrigin(pool: Pool, suggestion: string): Promise<string> {
  const text = `insert into projection.log_origin (installation_id, founded) values ($1, false) on conflict do nothing`;
  await pool.query(text, [suggestion]);
  return (await readOrigin(pool))?.installationId ?? suggestion;
}

/** Chooses another name than the one noted, for a log that was emptied and is to be founded anew. */
export async function chooseAnew(pool: Pool, installationId: string): Promise<void> {
  await pool.query('update projection.log_origin set installation_id = $1, founded = false', [installationId]);
}

/** Notes that these are the tables of the log of this name, whatever was noted before. */
export async function noteOrigin(db: Pool | PoolClient, installationId: string): Promise<void> {
  const text = `insert into projection.log_origin (installation_id, founded) values ($1, true)
    on conflict (only_one) do update set installation_id = excluded.installation_id, founded = true`;
  await db.query(text, [installationId]);
}
