/** How people are called: a port, since events and read models know accounts by their ids alone. */
export interface AccountNames {
  /** The displayed names of accounts, by their ids; what is no account (any more) is left out. */
  namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
