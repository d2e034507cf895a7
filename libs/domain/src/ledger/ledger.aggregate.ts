import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { LEDGER_ACTS } from './acts';
import { LEDGER_EVENTS } from './events';
import { LEDGER_UNKNOWN } from './ledger.refusals';
import { type LedgerState } from './ledger.state';

/** A ledger and its imports. */
export const LEDGER = defineAggregate<
  'ledger',
  LedgerState,
  DataOfActs<typeof LEDGER_ACTS>,
  DataOfEvents<typeof LEDGER_EVENTS>
>({
  name: 'ledger',
  acts: LEDGER_ACTS,
  events: LEDGER_EVENTS,
  unknown: LEDGER_UNKNOWN,
  reach: (ledgerId) => ({ ledgerId }),
});
