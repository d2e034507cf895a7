import { type Position } from '#event-store';
import { type InboxAudience, type TaskPlace } from '#projections';

/** A ledger as sights go by it. */
export interface LedgerPlace {
  readonly ledgerId: string;
  /** A practice ledger is reached by its own posts only. */
  readonly practice: boolean;
}

/** A task that has moved, where it stands now. */
export type MovedTask = TaskPlace & LedgerPlace & { readonly revision: number };

/** What has happened up to a position, with all that is needed to tell who may know of it. */
export interface LiveNews {
  readonly position: Position;
  readonly tasks: readonly MovedTask[];
  /** Ledgers about which something was said that concerns no single task. */
  readonly ledgers: readonly LedgerPlace[];
  readonly inbox: readonly (InboxAudience & LedgerPlace)[];
  /** Too much has happened to be told: everybody asks anew. */
  readonly missed: boolean;
}
