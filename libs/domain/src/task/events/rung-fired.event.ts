import { z } from 'zod';
import { daySchema } from '../../calendar';
import { rungKeyOf, rungKindSchema } from '../../ladder';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { obligationSchema } from '../task.parts';

/** A rung of a ladder was reached: somebody was reminded, urged, or told that another is late. */
export const rungFired = taskEvent({
  type: 'rung.fired',
  schema: z.strictObject({
    /** What a unit owes; null for a rung of an office, a checker or a closer. */
    obligation: obligationSchema.nullable(),
    /** Whose clock it is where it is no unit's. */
    holder: lineSchema(40).nullable(),
    round: z.int().positive(),
    climb: z.int().positive(),
    rung: z.strictObject({ rungId: lineSchema(40), kind: rungKindSchema }),
    due: daySchema,
    /** Working days after the due day; 0 on it and before. */
    daysLate: z.int().nonnegative(),
    /** Who was told: the account, the post that it holds, and what the post has to do with the task. Empty: told by role, to whoever holds it. */
    told: z
      .array(z.strictObject({ accountId: loggedIdSchema, postId: loggedIdSchema, relation: lineSchema(40) }))
      .max(200),
  }),
  sample: {
    obligation: { lane: '00000000-0000-4000-8000-000000000a03', limitId: 'L1', period: null },
    holder: null,
    round: 1,
    climb: 1,
    rung: { rungId: 'urge-1', kind: 'urge' },
    due: '2021-06-30',
    daysLate: 1,
    told: [],
  },
  touches: 'nothing',
  evolve: (state, { data: { obligation, round, climb, rung, due } }) =>
    obligation === null
      ? state
      : { ...state, fired: [...state.fired, rungKeyOf({ ...obligation, round, climb, rungId: rung.rungId, due })] },
});
