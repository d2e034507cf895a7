import { z } from 'zod';
import { ledgerEvent } from '../ledger-event';
import { ledgerKindSchema } from '../ledger-kinds';

/** The ledger is of another kind: the outcomes of its tasks are called otherwise. */
export const classified = ledgerEvent({
  type: 'ledger.classified',
  schema: z.strictObject({ kind: ledgerKindSchema }),
  sample: { kind: 'rectification' },
  evolve: (state, { data: { kind } }) => ({ ...state, kind }),
});
