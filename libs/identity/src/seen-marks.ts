import { type Pool } from 'pg';
import { z } from 'zod';
import { type Clock } from '#platform';
import { parseAccountId } from './identity-id';

/** Up to where somebody has looked at what is new. */
export interface SeenMark {
  /** Position of the log, opaque here. */
  readonly position: string;
  /** When it was set. */
  readonly seenAt: Date;
}

const markRow = z.object({ position: z.string(), seen_at: z.date() });

/**
 * Up to where people have looked at the news. A convenience of one person, no fact of the record: a table, not events. A mark
 * only moves forward, so that of two open pages the older one does not bring back what was seen, unless the log itself is put
 * back.
 */
export class SeenMarks {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** The mark of an account; null when it has none. @throws IDENTITY.ACCOUNT_UNKNOWN for what is no id */
  async markOf(accountId: string): Promise<SeenMark | null> {
    const { rows } = await this.deps.pool.query({
      name: 'identity-seen-mark',
      text: 'select position::text, seen_at from identity.seen_mark where account_id = $1',
      values: [parseAccountId(accountId)],
    });
    return rows.length === 0 ? null : readMark(rows[0]);
  }

  /**
   * Moves the mark of an account on; one that is further already stays.
   * @param position a decimal string, checked by the caller to be within the log
   * @returns the mark as it is now
   */
  async moveTo(accountId: string, position: string): Promise<SeenMark> {
    const { rows } = await this.deps.pool.query({
      name: 'identity-move-seen-mark',
      text: `insert into identity.seen_mark as m (account_id, position, seen_at) values ($1, $2::bigint, $3)
        on conflict (account_id) do update set
          position = greatest(m.position, excluded.position),
          seen_at = case when excluded.position > m.position then excluded.seen_at else m.seen_at end
        returning position::text, seen_at`,
      values: [parseAccountId(accountId), position, this.deps.clock.now()],
    });
    return readMark(rows[0]);
  }

  /**
   * Puts marks beyond a position back to it: the log was restored from an older copy and ends there, so that they would hide
   * what is to come.
   */
  async putBackTo(position: string): Promise<void> {
    await this.deps.pool.query('update identity.seen_mark set position = $1::bigint where position > $1::bigint', [
      position,
    ]);
  }
}

function readMark(row: unknown): SeenMark {
  const { position, seen_at } = markRow.parse(row);
  return { position, seenAt: seen_at };
}
