import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/**
 * A step was taken back (撤回) by whoever took it: the task stands as before its command. Who took part, rungs that fired and urging
 * by hand are facts that stay.
 */
export const withdrawn = taskEvent({
  type: 'task.withdrawn',
  schema: z.strictObject({
    commandId: loggedIdSchema,
    /** The act that is taken back, such as `task.assign`. */
    step: lineSchema(60),
  }),
  sample: { commandId: '00000000-0000-4000-8000-000000000a08', step: 'task.assign' },
  touches: 'steps',
  evolve: (state, { revision }) => {
    if (state.undo === null) return state;
    const { before } = state.undo;
    const { participation, fired, lastUrgedOn } = state;
    const contentRevision = state.contentRevision === before.contentRevision ? before.contentRevision : revision;
    return { ...before, participation, fired, lastUrgedOn, contentRevision };
  },
});
