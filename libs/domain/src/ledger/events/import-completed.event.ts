import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { ledgerEvent } from '../ledger-event';

/** Every task of an import has been drafted. */
export const importCompleted = ledgerEvent({
  type: 'ledger.import-completed',
  schema: z.strictObject({ importId: loggedIdSchema, taskCount: z.int().positive() }),
  sample: { importId: '00000000-0000-4000-8000-000000000a02', taskCount: 1 },
  evolve: (state, { data: { importId, taskCount } }) => ({
    ...state,
    imports: { ...state.imports, [importId]: { taskCount, completed: true } },
  }),
});
