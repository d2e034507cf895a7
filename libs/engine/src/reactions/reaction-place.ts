import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { type LogPlace, type Position } from '#event-store';

/** Up to where reactions have followed the log. */
export interface ReactionPlace {
  readonly position: Position;
  /** Of the event at the position; null where a store names a position at which no event stands. */
  readonly hash: string | null;
}

const placeRow = z.tuple([z.object({ position: z.string().nullable(), hash: z.string().nullable() })]);

/** Everything up to here has been followed by reactions; null when they have not begun. */
export async function reactionPlace(db: Pool | PoolClient): Promise<ReactionPlace | null> {
  const { rows } = await db.query('select position, hash from reaction.checkpoint');
  const [{ position, hash }] = placeRow.parse(rows);
  return position === null ? null : { position, hash };
}

/** As {@link reactionPlace}, without the event. */
export async function reactionPosition(db: Pool | PoolClient): Promise<Position | null> {
  return (await reactionPlace(db))?.position ?? null;
}

/** The place of reactions as something that must be in the log. */
export async function reactedPlaces(db: Pool | PoolClient): Promise<readonly LogPlace[]> {
  const place = await reactionPlace(db);
  return place === null || place.hash === null ? [] : [{ position: place.position, hash: place.hash }];
}

/** Puts the place of reactions somewhere, whatever it was. */
export async function putReactionPlace(db: Pool | PoolClient, place: ReactionPlace | null): Promise<void> {
  const text = 'update reaction.checkpoint set position = $1, hash = $2';
  await db.query(text, [place?.position ?? null, place?.hash ?? null]);
}

/**
 * Moves the place of reactions on from where the caller knows it to be.
 * @returns false when somebody else has put it elsewhere; then nothing is changed
 */
export async function moveReactionPlace(
  db: Pool | PoolClient,
  from: ReactionPlace | null,
  to: ReactionPlace,
): Promise<boolean> {
  const text = 'update reaction.checkpoint set position = $1, hash = $2 where position is not distinct from $3';
  const { rowCount } = await db.query(text, [to.position, to.hash, from?.position ?? null]);
  return rowCount === 1;
}
