import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, lineSchema } from '../../shared/schema';
import { NOT_RESERVED, seriesAct } from '../series-act';

/** Notes that a reserved number has closed its task. */
export const useNumber = seriesAct({
  type: 'number.use',
  word: '使用销号文号',
  command: z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema }),
  sample: { closingNumber: '云医改销〔2025〕1号', taskId: '00000000-0000-4000-8000-000000000400' },
  grants: ENGINE,
  decide: ({ open }, data) =>
    open[data.closingNumber]?.taskId === data.taskId ? [{ type: 'number.used', data }] : NOT_RESERVED,
});
