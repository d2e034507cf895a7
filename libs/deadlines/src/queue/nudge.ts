import { z } from 'zod';
import { TIMER_SHARDS } from '#projections';

/** A reminder to look for due timers: the minute by which they are due, and their shard. It holds nothing else. */
export const nudgeSchema = z.object({
  /** Start of the minute, ISO in UTC. */
  minute: z.iso.datetime(),
  shard: z
    .int()
    .min(0)
    .max(TIMER_SHARDS - 1),
});

/** See `nudgeSchema`. */
export type Nudge = z.infer<typeof nudgeSchema>;

/**
 * The id of a nudge's job, such as `due-202112310050-07` (UTC): one job for a minute and shard, however often it is asked for.
 * Letters, digits and `-` only, and never digits alone, as the queue demands.
 */
export function nudgeId({ minute, shard }: Nudge): string {
  const digits = new Date(minute).toISOString().replace(/\D/gu, '').slice(0, 12);
  return `due-${digits}-${String(shard).padStart(2, '0')}`;
}
