import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, lineSchema } from '../../shared/schema';
import { NOT_RESERVED, seriesAct } from '../series-act';

/** Notes that a reserved number closes nothing, and why. */
export const voidNumber = seriesAct({
  type: 'number.void',
  word: '作废销号文号',
  command: z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema, reason: lineSchema(500) }),
  grants: ENGINE,
  decide: ({ open }, data) =>
    open[data.closingNumber]?.taskId === data.taskId ? [{ type: 'number.voided', data }] : NOT_RESERVED,
});
