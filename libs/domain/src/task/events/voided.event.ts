import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { authoritySchema } from '../task.parts';

/** An entry was voided (作废): it should not have been made. */
export const voided = taskEvent({
  type: 'task.voided',
  schema: z.strictObject({
    reason: textSchema(2_000, 1),
    authority: authoritySchema.optional(),
    on: daySchema,
    /** The parent, which is told; left out for a task that is nobody's child. */
    childOf: loggedIdSchema.optional(),
  }),
  sample: { reason: '重复录入', on: '2021-03-05' },
  touches: 'steps',
  evolve: (state) => ({ ...state, ended: 'voided' }),
});
