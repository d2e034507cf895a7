/** What an operation touches, as far as scopes ask for it. Left-out parts touch nothing of that kind. */
export interface Reach {
  readonly ledgerId?: string | null;
  /** True when the ledger is for practice. */
  readonly practice?: boolean;
  readonly leadUnitIds?: readonly string[];
  readonly supportUnitIds?: readonly string[];
  /** The responsible units and every unit above them. */
  readonly lineage?: readonly string[];
}
