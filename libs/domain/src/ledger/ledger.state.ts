import { type LedgerKind } from './ledger-kinds';

/** A ledger (台账) as its events tell it. Imports are counted here, so that a parent's stream records its children. */
export interface LedgerState {
  readonly name: string;
  readonly code: string;
  readonly closingPrefix: string;
  readonly region: string;
  readonly kind: LedgerKind;
  /** The account whose practice ledger it is; null for a ledger in earnest. */
  readonly practiceOf: string | null;
  readonly nextSerial: number;
  readonly imports: Readonly<Record<string, { readonly taskCount: number; readonly completed: boolean }>>;
}
