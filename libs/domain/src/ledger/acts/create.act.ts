import { z } from 'zod';
import { type LedgerNumberStanding } from '../../shared/circumstances';
import { freeLineSchema } from '../../shared/private-data';
import { type Rejection } from '../../shared/rejection';
import { lineSchema } from '../../shared/schema';
import { ledgerAct } from '../ledger-act';
import { DEFAULT_LEDGER_KIND, ledgerKindSchema } from '../ledger-kinds';
import { closingPrefixInput, ledgerCodeInput } from '../ledger-numbers';
import { LEDGER_EXISTS, NUMBERS_NOT_CLAIMED, numberTaken } from '../ledger.refusals';

/** 建立台账. The engine claims code and closing prefix before, so that no other ledger of the installation has them. */
export const create = ledgerAct({
  type: 'ledger.create',
  word: '建立台账',
  command: z.strictObject({
    name: freeLineSchema(100),
    code: ledgerCodeInput,
    closingPrefix: closingPrefixInput,
    /** The region whose calendar counts its working days. */
    region: lineSchema(40).default('CN'),
    /** What the outcomes of its tasks are called by. */
    kind: ledgerKindSchema.default(DEFAULT_LEDGER_KIND),
  }),
  sample: { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销' },
  grants: [['supervision-clerk', 'all']],
  needs: ({ code, closingPrefix }, _state, ledgerId) => ({
    ledgerNumbers: {
      ledgerId,
      numbers: [
        { kind: 'code', number: code },
        { kind: 'closing-prefix', number: closingPrefix },
      ],
    },
  }),
  begin: (data, { facts }) => numbersFault(facts.ledgerNumbers) ?? [{ type: 'ledger.created', data }],
  decide: () => LEDGER_EXISTS,
});

/** Why a ledger cannot begin with its numbers yet: both have to be its own. */
function numbersFault(numbers: readonly LedgerNumberStanding[]): Rejection | null {
  for (const { kind, number, takenBy } of numbers) {
    if (takenBy !== null) return numberTaken(kind, number, takenBy);
  }
  const claimed = numbers.length === 2 && numbers.every(({ claimed: own }) => own);
  return claimed ? null : NUMBERS_NOT_CLAIMED;
}
