import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { MAX_OBLIGATIONS, obligationSchema, outcomeSchema, seenSchema } from '../task.parts';

/** A task was struck off (销号) under a closing number, signed by a named person. */
export const closed = taskEvent({
  type: 'task.closed',
  schema: z.strictObject({
    number: lineSchema(60),
    outcome: outcomeSchema,
    statement: textSchema(4_000, 1),
    /** What the units still owed on that day. */
    owed: z.array(obligationSchema).max(MAX_OBLIGATIONS),
    /** Why it was struck off all the same; left out where nothing was owed. */
    owedReason: textSchema(2_000, 1).optional(),
    saw: seenSchema,
    on: daySchema,
    closedBy: z.strictObject({ accountId: loggedIdSchema, name: lineSchema(60) }),
    /** The parent, which is told; left out for a task that is nobody's child. */
    childOf: loggedIdSchema.optional(),
  }),
  sample: {
    number: '云医改销〔2021〕1号',
    outcome: 'rectified',
    statement: '同意销号',
    owed: [],
    saw: {
      revision: 8,
      digest: '0'.repeat(64),
      met: [
        {
          lane: '00000000-0000-4000-8000-000000000a03',
          limitId: 'L1',
          period: null,
          on: '2021-06-20',
          recordedOn: '2021-06-21',
        },
      ],
      evidence: [],
    },
    on: '2021-12-20',
    closedBy: { accountId: '00000000-0000-4000-8000-000000000a01', name: '李主任' },
  },
  touches: 'steps',
  evolve: (state, { data: { number, outcome, on } }) => ({
    ...state,
    ended: 'closed',
    closing: { number, outcome, on },
  }),
});
