import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { withLane } from '../lanes';
import { withFiles } from '../round-files';
import { taskEvent } from '../task-event';
import { onBehalfSchema } from '../task.parts';

/** A unit declined (退件) its part: the office assigns anew, a unit never passes it on itself. */
export const laneDeclined = taskEvent({
  type: 'lane.declined',
  schema: z.strictObject({
    lane: loggedIdSchema,
    on: daySchema,
    reason: textSchema(2_000, 1),
    onBehalf: onBehalfSchema.optional(),
  }),
  sample: { lane: '00000000-0000-4000-8000-000000000a03', on: '2021-03-03', reason: '职责不在本单位' },
  touches: 'steps',
  evolve: (state, { data: { lane, onBehalf } }) => ({
    ...state,
    evidence: withFiles(state.evidence, { onBehalf }),
    lanes: withLane(state.lanes, lane, { answer: 'declined' }),
  }),
});
