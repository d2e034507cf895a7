import { z } from 'zod';
import { daySchema } from '#domain';

/** Timers are dealt out over this many shards, so that several processes share a morning's load. */
export const SHARDS = 16;

/**
 * A row of `projection_timers.timer` as it is claimed. The projector alone writes the table; here it is read only.
 */
export const dueTimerSchema = z.object({
  timer_id: z.string().min(1),
  task_id: z.uuid(),
  limit_id: z.string().min(1),
  period: z.string().nullable(),
  rung_id: z.string().min(1),
  kind: z.enum(['remind', 'due', 'urge', 'escalate', 'open-period']),
  due: daySchema,
});

/** See `dueTimerSchema`. */
export type DueTimer = z.infer<typeof dueTimerSchema>;
