import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type Position } from '#event-store';

const checkpointRow = z.tuple([z.object({ position: z.string().nullable() })]);

/** Everything up to here has been followed by reactions; null when they have not begun. */
export async function reactionPosition(db: Pool | PoolClient): Promise<Position | null> {
  const { rows } = await db.query('select position from reaction.checkpoint');
  return checkpointRow.parse(rows)[0].position;
}

/** Keeps up to where reactions have followed the log. */
export async function keepReactionPosition(db: Pool | PoolClient, position: Position): Promise<void> {
  await db.query('update reaction.checkpoint set position = $1', [position]);
}
