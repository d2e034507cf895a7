import { type DoneBy } from '../account/account.state';
import { type Policy } from '../policy';

/** The policy of the office or of one ledger as its events tell it: every version ever published, oldest first; the last one is in force. */
export interface PolicyState {
  /** Null: the office's, which every ledger follows that has not set its own. */
  readonly ledgerId: string | null;
  readonly published: readonly Policy[];
  /** Who asked last for a lower protection level, since a version was published; null: nobody. */
  readonly lowering: DoneBy | null;
}
