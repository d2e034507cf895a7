/** What a task's rules must know of other streams; gathered by the engine before deciding. */
export interface TaskFacts {
  /** Units that exist, of those the command or the task names. */
  readonly knownUnits: ReadonlySet<string>;
  /** Hashes of files that are in the store, of those the command names. */
  readonly knownEvidence: ReadonlySet<string>;
  /** The code that task numbers of the ledger begin with; null when the ledger is not known. */
  readonly ledgerCode: string | null;
  /** Whether the ledger is for practice: one person plays every role there, so nobody is kept from the next step. */
  readonly practice: boolean;
}
