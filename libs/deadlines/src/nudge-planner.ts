import { type Pool } from 'pg';
import { z } from 'zod';
import { type Nudge, nudgeSchema } from './queue/nudge';

/** Only what is due soon waits in the queue; each sweep looks again. */
export const HORIZON_MILLISECONDS = 48 * 3_600_000;
/** Most nudges of one sweep: two days of 16 shards at some 150 moments a day. What is beyond comes with a later sweep. */
const MOST = 5_000;

/** A timer within a minute belongs to the next one, so that it is due when the nudge comes. */
const NUDGES = `
  select distinct date_trunc('minute', fire_at + interval '59.999999 seconds', 'UTC') as minute, shard
  from projection_timers.timer
  where fire_at > $1 and fire_at <= $2
  order by minute, shard
  limit $3`;

const nudgeRows = z.array(z.object({ minute: z.date(), shard: z.int() }));

/** Finds the nudges that ought to be waiting in the queue. */
export class NudgePlanner {
  constructor(private readonly pool: Pool) {}

  /** Every minute and shard with a timer due after `now` and within the horizon, earliest first. */
  async plan(now: Date): Promise<readonly Nudge[]> {
    const end = new Date(now.getTime() + HORIZON_MILLISECONDS);
    const result = await this.pool.query(NUDGES, [now, end, MOST]);
    const rows = nudgeRows.parse(result.rows);
    return rows.map(({ minute, shard }) => nudgeSchema.parse({ minute: minute.toISOString(), shard }));
  }
}
