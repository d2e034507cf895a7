import { z } from 'zod';
import { lineSchema } from '../../shared/schema';
import { numberingEvent } from '../numbering-event';
import { used } from './used.event';

/** A number that was reserved in vain is free again: the ledger was not set up. */
export const released = numberingEvent({
  type: 'numbering.released',
  schema: z.strictObject({ ...used.schema.shape, reason: lineSchema(500) }),
  sample: { ...used.sample, reason: '销号文号前缀已被使用' },
  evolve: (state) => ({ ...state, holder: null }),
});
