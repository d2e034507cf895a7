import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/** A step was taken back (撤回) by whoever took it. What that does to the task follows from its history (`taking-back.ts`). */
export const withdrawn = taskEvent({
  type: 'task.withdrawn',
  schema: z.strictObject({
    commandId: loggedIdSchema,
    /** The act that is taken back, such as `task.assign`. */
    step: lineSchema(60),
  }),
  sample: { commandId: '00000000-0000-4000-8000-000000000a08', step: 'task.assign' },
  touches: 'steps',
  evolve: (state) => state,
});
