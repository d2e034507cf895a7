import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/** A person stands by the units and the limits of a task, or says that it has no limit. */
export const confirmed = taskEvent({
  type: 'task.confirmed',
  schema: z.strictObject({
    leads: z.array(loggedIdSchema).min(1).max(20),
    supports: z.array(loggedIdSchema).max(100),
    limits: z.enum(['confirmed', 'none']),
  }),
  sample: { leads: ['00000000-0000-4000-8000-000000000a03'], supports: [], limits: 'confirmed' },
  touches: 'content',
  evolve: (state, { data: { leads, supports, limits } }) => ({ ...state, leads, supports, limitsConfirmed: limits }),
});
