import { z } from 'zod';
import { lineSchema } from '../../shared/schema';
import { ledgerEvent } from '../ledger-event';
import { ledgerKindSchema } from '../ledger-kinds';
import { closingPrefixSchema, ledgerCodeSchema, practiceCodeSchema } from '../ledger-numbers';

/** A ledger was set up. */
export const created = ledgerEvent({
  type: 'ledger.created',
  schema: z.strictObject({
    name: lineSchema(100),
    code: z.union([ledgerCodeSchema, practiceCodeSchema]),
    closingPrefix: closingPrefixSchema,
    region: lineSchema(40),
    kind: ledgerKindSchema,
  }),
  sample: { name: '医改台账', code: 'YL2021', closingPrefix: '云医改销', region: 'CN', kind: 'reform' },
  begin: ({ data }) => ({ ...data, practiceOf: null, nextSerial: 1, imports: {} }),
  evolve: (state) => state,
});
