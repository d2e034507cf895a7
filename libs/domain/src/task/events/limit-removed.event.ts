import { z } from 'zod';
import { textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { partIdSchema } from '../task.parts';

/** A limit was taken out of a task: read or typed in by mistake. Its id is not given again. */
export const limitRemoved = taskEvent({
  type: 'limit.removed',
  schema: z.strictObject({ limitId: partIdSchema, reason: textSchema(2_000, 0) }),
  sample: { limitId: 'L2', reason: '与他项重复' },
  touches: 'content',
  evolve: (state, { data: { limitId } }) => ({
    ...state,
    limits: state.limits.filter((limit) => limit.limitId !== limitId),
  }),
});
