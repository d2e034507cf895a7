import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema } from '../../shared/schema';
import { withLane } from '../lanes';
import { withFiles } from '../round-files';
import { taskEvent } from '../task-event';
import { onBehalfSchema } from '../task.parts';

/** A unit accepted (签收) its part. */
export const laneAccepted = taskEvent({
  type: 'lane.accepted',
  schema: z.strictObject({ lane: loggedIdSchema, on: daySchema, onBehalf: onBehalfSchema.optional() }),
  sample: { lane: '00000000-0000-4000-8000-000000000a03', on: '2021-03-03' },
  touches: 'steps',
  evolve: (state, { data: { lane, onBehalf }, metadata: { actor } }) => ({
    ...state,
    evidence: withFiles(state.evidence, { onBehalf }),
    lanes: withLane(state.lanes, lane, { answer: 'accepted', acceptedBy: onBehalf ? null : actor.accountId }),
  }),
});
