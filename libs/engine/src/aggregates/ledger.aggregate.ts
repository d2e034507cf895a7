import { decideLedger, type LedgerCommand, type LedgerEvent, type LedgerFacts, type LedgerState } from '#domain';
import { derivedId } from '../command/derived-id';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';

/** A ledger. The id of an import follows from the command, so that a retry names the same one. */
export function ledgerAggregate(states: States): Aggregate<LedgerState, LedgerCommand, LedgerEvent, LedgerFacts> {
  return {
    reader: states.ledger,
    decide: decideLedger,
    reach: async (ledgerId, state) => ({ ledgerId, practice: (state?.practiceOf ?? null) !== null }),
    gather: async ({ context }) => ({ importId: derivedId(context.commandId, 'import') }),
  };
}
