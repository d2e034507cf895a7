import { z } from 'zod';
import { dayInShanghai } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { newLimit } from '../limits';
import { taskEvent } from '../task-event';
import { limitSchema } from '../task.parts';

/** A task got one more limit. While it is assigned the limit runs from then on. */
export const limitAdded = taskEvent({
  type: 'limit.added',
  schema: z.strictObject({
    limit: limitSchema,
    /** The units that owe it; empty: every lead. */
    owedBy: z.array(loggedIdSchema).max(120),
    reason: textSchema(2_000, 0),
  }),
  sample: {
    limit: {
      limitId: 'L2',
      sourceText: '',
      what: '全面推开',
      due: '2021-09-30',
      recurrence: null,
      dueOn: null,
      span: null,
    },
    owedBy: [],
    reason: '漏录时限',
  },
  touches: 'content',
  evolve: (state, { data: { limit, owedBy }, metadata: { recordedAt } }) => {
    const added = newLimit(limit, recordedAt, owedBy);
    const running = { ...added, later: true, armedAt: recordedAt, firstDay: dayInShanghai(recordedAt) };
    return {
      ...state,
      limits: [...state.limits, state.lanes.length === 0 ? added : running],
      limitIds: [...state.limitIds, limit.limitId],
    };
  },
});
