import { z } from 'zod';
import { daySchema } from '../../calendar';
import { taskEvent } from '../task-event';

/** A suspended task goes on (恢复). Its open limits move by events of their own. */
export const resumed = taskEvent({
  type: 'task.resumed',
  schema: z.strictObject({
    on: daySchema,
    /** A person, or the engine on the day to which the task was suspended. */
    by: z.enum(['person', 'engine']),
  }),
  sample: { on: '2021-12-01', by: 'engine' },
  touches: 'steps',
  evolve: ({ suspension: _over, ...state }) => state,
});
