import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, lineSchema } from '../../shared/schema';
import { NOT_RESERVED, seriesAct } from '../series-act';

/** Notes that a reserved number closes nothing, and why. */
export const voidNumber = seriesAct({
  type: 'number.void',
  word: '作废销号文号',
  command: z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema, reason: lineSchema(500) }),
  sample: {
    closingNumber: '云医改销〔2025〕1号',
    taskId: '00000000-0000-4000-8000-000000000400',
    reason: '任务已退回',
  },
  grants: ENGINE,
  decide: ({ open }, data) =>
    open[data.closingNumber]?.taskId === data.taskId ? [{ type: 'number.voided', data }] : NOT_RESERVED,
});
