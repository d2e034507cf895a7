import { type LedgerNumberKind } from '../ledger/ledger-numbers';

/** Whose a number is. */
export interface NumberHolder {
  readonly ledgerId: string;
  readonly ledgerName: string;
  /** The reservation by which it is held: only what belongs to it gives the number back. */
  readonly claimId: string;
  /** True once the number is the ledger's for good. */
  readonly used: boolean;
}

/** One code or closing prefix as its events tell it: which ledger of the installation has it. */
export interface NumberingState {
  readonly kind: LedgerNumberKind;
  /** As it was written when it was last reserved. */
  readonly number: string;
  /** Null when it is free again. */
  readonly holder: NumberHolder | null;
}
