import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { streakEvent } from '../streak-event';

/** The unit completed something in time: what it is late with next is the first again. */
export const ended = streakEvent({
  type: 'streak.ended',
  schema: z.strictObject({
    ledgerId: loggedIdSchema,
    unitId: loggedIdSchema,
    /** In which it completed something. */
    taskId: loggedIdSchema,
  }),
  sample: {
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    unitId: '00000000-0000-4000-8000-000000000a03',
    taskId: '00000000-0000-4000-8000-000000000a09',
  },
  evolve: (state) => ({ ...state, length: 0 }),
});
