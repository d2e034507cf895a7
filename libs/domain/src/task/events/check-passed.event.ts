import { z } from 'zod';
import { daySchema } from '../../calendar';
import { MOST_RULE_NAMES } from '../../policy';
import { textSchema } from '../../shared/schema';
import { completionOf } from '../due-days';
import { taskEvent } from '../task-event';
import { metCriterionSchema, seenSchema } from '../task.parts';
import { type LimitState, type TaskState } from '../task.state';

/** A check (核验) of a level was passed. */
export const checkPassed = taskEvent({
  type: 'check.passed',
  schema: z.strictObject({
    level: z.int().min(1).max(9),
    on: daySchema,
    conclusion: textSchema(4_000, 1),
    /** What was confirmed one by one: every criterion of the check. */
    acceptance: z.array(metCriterionSchema).max(MOST_RULE_NAMES),
    saw: seenSchema,
  }),
  sample: {
    level: 1,
    on: '2021-12-15',
    conclusion: '经核查资料属实',
    acceptance: [{ criterion: '措施全部完成', met: true, note: '' }],
    saw: {
      revision: 7,
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
  },
  touches: 'steps',
  evolve: (state, { data: { level, on } }) => ({
    ...state,
    levelPassed: level,
    limits: state.limits.map((limit) => ({ ...limit, verifiedOn: isDoneByNow(state, limit) ? on : null })),
  }),
});

/** Of a recurring limit the units have claimed whatever had begun. */
function isDoneByNow(state: TaskState, limit: LimitState): boolean {
  return limit.recurrence === null ? completionOf(state, limit) !== null : limit.done.length > 0;
}
