import { z } from 'zod';
import { freeLineSchema } from '../../shared/private-data';
import { lineSchema } from '../../shared/schema';
import { ledgerAct } from '../ledger-act';
import { closingPrefixSchema, ledgerCodeSchema } from '../ledger.parts';
import { LEDGER_EXISTS } from '../ledger.refusals';

/** 建立台账. */
export const create = ledgerAct({
  type: 'ledger.create',
  word: '建立台账',
  command: z.strictObject({
    name: freeLineSchema(100),
    code: ledgerCodeSchema,
    closingPrefix: closingPrefixSchema,
    /** The region whose calendar counts its working days. */
    region: lineSchema(40).default('CN'),
  }),
  sample: { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销' },
  grants: [['supervision-clerk', 'all']],
  begin: (data) => [{ type: 'ledger.created', data }],
  decide: () => LEDGER_EXISTS,
});
