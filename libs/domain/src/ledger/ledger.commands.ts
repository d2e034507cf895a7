import { z } from 'zod';
import { type CommandOf } from '../shared/decider';
import { idSchema, lineSchema } from '../shared/schema';
import { draftContentSchema } from '../task';
import { closingPrefixSchema, importSourceSchema, ledgerCodeSchema, MAX_TASKS_PER_IMPORT } from './ledger.events';

/** What may be asked of a ledger. */
export const ledgerCommandSchemas = {
  'ledger.create': z.strictObject({
    name: lineSchema(100),
    code: ledgerCodeSchema,
    closingPrefix: closingPrefixSchema,
    /** The region whose calendar counts its working days. */
    region: lineSchema(40).default('CN'),
  }),
  /** A ledger in which the asking person plays every role and nothing counts. There is one for each person. */
  'ledger.open-practice': z.strictObject({}),
  'ledger.import': z.strictObject({
    source: importSourceSchema,
    tasks: z.array(draftContentSchema).min(1).max(MAX_TASKS_PER_IMPORT),
  }),
  'ledger.complete-import': z.strictObject({ importId: idSchema }),
};

export type LedgerCommand = CommandOf<typeof ledgerCommandSchemas>;
