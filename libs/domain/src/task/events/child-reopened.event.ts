import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/** A child that had ended goes on again (重新挂账): its parent waits for it once more. No act makes it yet; reopening comes with its own. */
export const childReopened = taskEvent({
  type: 'child.reopened',
  schema: z.strictObject({ childId: loggedIdSchema, on: daySchema }),
  sample: { childId: '00000000-0000-4000-8000-000000000001', on: '2021-11-08' },
  touches: 'nothing',
  evolve: (state, { data: { childId } }) => ({
    ...state,
    children: state.children.map((child) =>
      child.taskId === childId ? { ...child, ended: null, outcome: null, endedOn: null } : child,
    ),
  }),
});
