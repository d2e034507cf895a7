import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { endingSchema } from '../task.parts';

/** A child has ended: it was closed, voided or terminated. Its parent may end once all of them have. */
export const childEnded = taskEvent({
  type: 'child.ended',
  schema: z.strictObject({
    childId: loggedIdSchema,
    ending: endingSchema,
    /** The day that the end states. */
    on: daySchema,
  }),
  sample: { childId: '00000000-0000-4000-8000-000000000001', ending: 'closed', on: '2021-09-20' },
  touches: 'nothing',
  evolve: (state, { data: { childId, ending } }) => ({
    ...state,
    children: state.children.map((child) => (child.taskId === childId ? { ...child, ended: ending } : child)),
  }),
});
