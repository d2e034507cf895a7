import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, lineSchema } from '../../shared/schema';
import { NOT_RESERVED, seriesAct } from '../series-act';

/** Notes that a reserved number has closed its task. */
export const useNumber = seriesAct({
  type: 'number.use',
  word: '使用销号文号',
  command: z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema }),
  grants: ENGINE,
  decide: ({ open }, data) =>
    open[data.closingNumber]?.taskId === data.taskId ? [{ type: 'number.used', data }] : NOT_RESERVED,
});
