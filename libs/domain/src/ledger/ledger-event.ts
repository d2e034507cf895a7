import { eventsOf } from '../shared/event-definition';
import { type LedgerState } from './ledger.state';

/** Defines an event of a ledger. */
export const ledgerEvent = eventsOf<LedgerState>();
