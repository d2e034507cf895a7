import { z } from 'zod';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { indicatorsSchema, MAX_LIMITS, partIdSchema } from '../task.parts';

/** Words, targets or confirmed units of a task were put right; left-out parts stay. Dates of limits move by events of their own. */
export const contentChanged = taskEvent({
  type: 'task.content-changed',
  schema: z.strictObject({
    changes: z.strictObject({
      title: lineSchema(500).optional(),
      body: textSchema(20_000, 0).optional(),
      leads: z.array(loggedIdSchema).min(1).max(20).optional(),
      supports: z.array(loggedIdSchema).max(100).optional(),
      /** What is to be done by a limit, in other words. */
      limits: z
        .array(z.strictObject({ limitId: partIdSchema, what: textSchema(1_000, 0) }))
        .max(MAX_LIMITS)
        .optional(),
      indicators: indicatorsSchema.optional(),
    }),
    /** Empty while the task is a draft. */
    reason: textSchema(2_000, 0),
  }),
  sample: { changes: { title: '推进分级诊疗' }, reason: '录入有误' },
  touches: 'content',
  evolve: (state, { data: { changes } }) => {
    const { indicators, limits = [], ...rest } = changes;
    const words = new Map(limits.map(({ limitId, what }) => [limitId, what]));
    return {
      ...state,
      ...rest,
      limits: state.limits.map((limit) => ({ ...limit, what: words.get(limit.limitId) ?? limit.what })),
      indicators: (indicators ?? state.indicators).map((indicator) => {
        const known = state.indicators.find((each) => each.indicatorId === indicator.indicatorId);
        return { ...indicator, reading: known?.reading ?? null };
      }),
    };
  },
});
