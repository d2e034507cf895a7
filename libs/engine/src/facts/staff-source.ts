import { type StaffedPost } from '#domain';

/** Who can act in a ledger: a port, since posts and accounts are tables of other rooms. */
export interface StaffSource {
  /** The posts that are held in a ledger by accounts that can sign in, the longest held first; as they are when it is asked, or later. */
  of(ledgerId: string): Promise<readonly StaffedPost[]>;
}
