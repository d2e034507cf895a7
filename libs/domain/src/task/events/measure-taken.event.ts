import { z } from 'zod';
import { dayInShanghai } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { measureSchema } from '../task.parts';
import { lateUnitOf, readDelays } from '../told-delays';

/** A leader has decided on 通报, 约谈 or 挂牌督办 for a unit. Who decided is in the metadata. The paper is issued apart. */
export const measureTaken = taskEvent({
  type: 'measure.taken',
  schema: z.strictObject({
    measure: measureSchema,
    /** The unit that it is for. */
    unit: loggedIdSchema,
    grounds: textSchema(2_000, 1),
  }),
  sample: {
    measure: 'talk',
    unit: '00000000-0000-4000-8000-000000000a03',
    grounds: '已逾期10个工作日，经提醒、催办、上报仍未完成',
  },
  touches: 'nothing',
  evolve: (state, { data: { measure, unit }, metadata: { actor, recordedAt } }) => ({
    ...state,
    // Whoever decides on a delay has read of it.
    delays: readDelays(state.delays, (delay) => lateUnitOf(delay) === unit, { actor, recordedAt }),
    measures: [...state.measures, { measure, unit, on: dayInShanghai(recordedAt), by: actor.name }],
  }),
});
