import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { seriesEvent } from '../series-event';
import { withoutOpen } from '../series.state';

/** A reserved number closes nothing: it stays in the series as void, so that the series has no gap. */
export const voided = seriesEvent({
  type: 'number.voided',
  schema: z.strictObject({ closingNumber: lineSchema(60), taskId: loggedIdSchema, reason: lineSchema(500) }),
  sample: {
    closingNumber: '云医改销〔2021〕1号',
    taskId: '00000000-0000-4000-8000-000000000a05',
    reason: '任务已退回',
  },
  evolve: (state, { data }) => withoutOpen(state, data.closingNumber),
});
