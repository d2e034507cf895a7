import { z } from 'zod';
import { ledgerNumberKindSchema } from '../../ledger/ledger-numbers';
import { lineSchema, loggedIdSchema } from '../../shared/schema';
import { numberingEvent } from '../numbering-event';

/** The number is its ledger's for good: no other ledger gets it, and the reservation is not given back. */
export const used = numberingEvent({
  type: 'numbering.used',
  schema: z.strictObject({
    kind: ledgerNumberKindSchema,
    number: lineSchema(20),
    ledgerId: loggedIdSchema,
    claimId: loggedIdSchema,
  }),
  sample: {
    kind: 'code',
    number: 'YL2021',
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    claimId: '00000000-0000-4000-8000-000000000b07',
  },
  evolve: (state) => ({ ...state, holder: state.holder && { ...state.holder, used: true } }),
});
