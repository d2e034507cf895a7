import { type States } from '../state/states';

/** Whose practice ledger a ledger is; null for one in earnest, and for one that is not there. */
export async function practiceOf(states: States, ledgerId: string): Promise<string | null> {
  const { state } = await states.ledger.known(ledgerId);
  // It is marked as it is made and stays so: only what was not there when it was last looked at has to be looked at again.
  const ledger = state ?? (await states.ledger.fresh(ledgerId)).state;
  return ledger?.practiceOf ?? null;
}

/** A ledger as the permission table asks for it. */
export async function ledgerReach(
  states: States,
  ledgerId: string,
): Promise<{ readonly ledgerId: string; readonly practice: boolean }> {
  return { ledgerId, practice: (await practiceOf(states, ledgerId)) !== null };
}
