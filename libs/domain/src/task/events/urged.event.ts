import { z } from 'zod';
import { dayInShanghai, daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/** A person of the office urged units (催办), beside the reminders that climb by themselves. */
export const urged = taskEvent({
  type: 'task.urged',
  schema: z.strictObject({
    lanes: z.array(loggedIdSchema).min(1).max(120),
    message: textSchema(2_000, 0),
    on: daySchema,
  }),
  sample: { lanes: ['00000000-0000-4000-8000-000000000a03'], message: '请尽快报送进展', on: '2021-05-10' },
  touches: 'nothing',
  evolve: (state, { metadata: { recordedAt } }) => ({
    ...state,
    lastUrgedOn: dayInShanghai(recordedAt),
    lookedAt: recordedAt,
  }),
});
