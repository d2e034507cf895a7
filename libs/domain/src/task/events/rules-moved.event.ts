import { z } from 'zod';
import { rulesSchema } from '../../policy';
import { lineSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/** Most rungs of one task that an event names: some hundred obligations with every rung of a ladder. */
const MOST_PASSED = 5_000;

/** An open task goes on under other rules (连同在办): another version of the policy, of the calendar, or both. */
export const rulesMoved = taskEvent({
  type: 'rules.moved',
  schema: z.strictObject({
    rules: rulesSchema,
    reason: textSchema(2_000, 0),
    /** Keys of rungs of the new ladders that stand for what went out by the old ones: they do not go out again. */
    passed: z.array(lineSchema(300)).max(MOST_PASSED),
  }),
  sample: { rules: { policy: 'office-2', calendar: '2021-1' }, reason: '按年度工作安排调整提醒梯级', passed: [] },
  touches: 'nothing',
  evolve: (state, { data: { rules, passed } }) => ({
    ...state,
    rules,
    fired: passed.length === 0 ? state.fired : [...state.fired, ...passed],
  }),
});
