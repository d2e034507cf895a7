import { z } from 'zod';
import { daySchema } from '../../calendar';
import { textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { authoritySchema } from '../task.parts';

/** A task was suspended (缓办) on somebody's authority: its clocks stand still. */
export const suspended = taskEvent({
  type: 'task.suspended',
  schema: z.strictObject({
    /** The day on which the task goes on by itself. */
    until: daySchema,
    reason: textSchema(2_000, 1),
    authority: authoritySchema,
    on: daySchema,
  }),
  sample: {
    until: '2021-12-01',
    reason: '等待省级系统上线',
    authority: { kind: 'meeting', reference: '市政府第102次常务会议' },
    on: '2021-10-08',
  },
  touches: 'steps',
  evolve: (state, { data: { on, until, reason, authority }, metadata: { recordedAt } }) => ({
    ...state,
    suspension: { on, until, reason, authority, since: recordedAt },
  }),
});
