import { DEFAULT_POLICY, type Policy } from '#domain';

/** A version of the rules with whose it is. */
interface Version {
  readonly ledgerId: string | null;
  readonly policy: Policy;
}

/** What holds in a ledger, or (null) in the office: its own last version, else the office's; before any is in the log what the program brings along. */
export function inForceIn(versions: readonly Version[], ledgerId: string | null): Version {
  const lastOf = (scope: string | null) => versions.find((each) => each.ledgerId === scope);
  return lastOf(ledgerId) ?? lastOf(null) ?? { ledgerId: null, policy: DEFAULT_POLICY };
}
