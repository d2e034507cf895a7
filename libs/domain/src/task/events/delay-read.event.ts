import { z } from 'zod';
import { taskEvent } from '../task-event';
import { lateClockSchema, MOST_READ } from '../task.parts';
import { isAmong, readDelays } from '../told-delays';

/** A person who was told of delays said that they have read that (已阅). It answers nothing that is owed, and stops no clock. */
export const delayRead = taskEvent({
  type: 'delay.read',
  schema: z.strictObject({ delays: z.array(lateClockSchema).min(1).max(MOST_READ) }),
  sample: {
    delays: [
      {
        obligation: { lane: '00000000-0000-4000-8000-000000000a03', limitId: 'L1', period: null },
        holder: null,
        climb: 1,
        due: '2021-06-30',
      },
    ],
  },
  touches: 'nothing',
  evolve: (state, { data, metadata }) => ({
    ...state,
    delays: readDelays(state.delays, (delay) => isAmong(delay, data.delays), metadata),
  }),
});
