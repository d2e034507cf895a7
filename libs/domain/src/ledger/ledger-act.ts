import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { type LEDGER_EVENTS } from './events';
import { type LedgerState } from './ledger.state';

export type LedgerEvent = EventIn<typeof LEDGER_EVENTS>;

/** Defines an act on a ledger. */
export const ledgerAct = actsOf<'ledger', LedgerState, LedgerEvent>('ledger');
