import { z } from 'zod';
import { ledgerNumberKindSchema } from '../../ledger/ledger-numbers';
import { lineSchema, loggedIdSchema } from '../../shared/schema';
import { numberingEvent } from '../numbering-event';

/** A number that was reserved in vain is free again: the ledger was not set up. */
export const released = numberingEvent({
  type: 'numbering.released',
  schema: z.strictObject({
    kind: ledgerNumberKindSchema,
    number: lineSchema(20),
    ledgerId: loggedIdSchema,
    claimId: loggedIdSchema,
    reason: lineSchema(500),
  }),
  sample: {
    kind: 'code',
    number: 'YL2021',
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    claimId: '00000000-0000-4000-8000-000000000b07',
    reason: '销号文号前缀已被使用',
  },
  evolve: (state) => ({ ...state, holder: null }),
});
