import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { authoritySchema } from '../task.parts';

/** A task was ended (终止) before it was done, on somebody's authority. */
export const terminated = taskEvent({
  type: 'task.terminated',
  schema: z.strictObject({
    reason: textSchema(2_000, 1),
    authority: authoritySchema.optional(),
    on: daySchema,
    /** The parent, which is told; left out for a task that is nobody's child. */
    childOf: loggedIdSchema.optional(),
  }),
  sample: { reason: '政策调整', authority: { kind: 'meeting', reference: '市政府第102次常务会议' }, on: '2021-10-08' },
  touches: 'steps',
  evolve: (state) => ({ ...state, ended: 'terminated' }),
});
