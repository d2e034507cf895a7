import { type LedgerFacts } from '#domain';
import { type States } from '../state/states';

/** Whose practice ledger a ledger is; null for one in earnest, and for one that is not there. */
export async function practiceOf(states: States, ledgerId: string): Promise<string | null> {
  return (await ledgerState(states, ledgerId))?.practiceOf ?? null;
}

/** What a ledger began with, as it is known here. */
export async function ledgerState(states: States, ledgerId: string): Promise<LedgerFacts | null> {
  const ledgers = states.of('ledger');
  // What is asked of it is set as it is made and stays so: only what was not there has to be looked at again.
  return ledgers.lastKnown(ledgerId)?.state ?? (await ledgers.fresh(ledgerId)).state;
}
