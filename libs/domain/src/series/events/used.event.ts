import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { seriesEvent } from '../series-event';
import { withoutOpen } from '../series.state';

/** A reserved number closed its task. */
export const used = seriesEvent({
  type: 'number.used',
  schema: z.strictObject({ closingNumber: lineSchema(60), taskId: loggedIdSchema }),
  sample: { closingNumber: '云医改销〔2021〕1号', taskId: '00000000-0000-4000-8000-000000000a05' },
  evolve: (state, { data }) => ({ ...withoutOpen(state, data.closingNumber), used: true }),
});
