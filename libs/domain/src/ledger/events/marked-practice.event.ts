import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { ledgerEvent } from '../ledger-event';

/** The ledger is for one person's practice: it counts for nothing, and nobody else sees it. */
export const markedPractice = ledgerEvent({
  type: 'ledger.marked-practice',
  schema: z.strictObject({ accountId: loggedIdSchema }),
  sample: { accountId: '00000000-0000-4000-8000-000000000a01' },
  evolve: (state, { data: { accountId } }) => ({ ...state, practiceOf: accountId }),
});
