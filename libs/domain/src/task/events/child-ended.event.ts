import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { endingSchema, outcomeSchema } from '../task.parts';

/** A child has ended: it was closed, voided or terminated. Its parent may end once all of them have. */
export const childEnded = taskEvent({
  type: 'child.ended',
  schema: z.strictObject({
    childId: loggedIdSchema,
    ending: endingSchema,
    /** Of a closed one. */
    outcome: outcomeSchema.optional(),
    /** The day that the end states. */
    on: daySchema,
  }),
  sample: { childId: '00000000-0000-4000-8000-000000000001', ending: 'closed', outcome: 'rectified', on: '2021-09-20' },
  touches: 'nothing',
  evolve: (state, { data: { childId, ending, outcome = null, on } }) => ({
    ...state,
    children: state.children.map((child) =>
      child.taskId === childId ? { ...child, ended: ending, outcome, endedOn: on } : child,
    ),
  }),
});
