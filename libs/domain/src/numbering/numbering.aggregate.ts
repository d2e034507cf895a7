import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { NUMBERING_ACTS } from './acts';
import { NUMBERING_EVENTS } from './events';
import { NOT_CLAIMED } from './numbering-act';
import { type NumberingState } from './numbering.state';

/**
 * One code or closing prefix of the installation. Its id follows from what is written ({@link numberingIdentity}), so that the log
 * itself lets one ledger have it, whichever processes ask at the same moment. It belongs to no ledger: it stands between them.
 */
export const NUMBERING = defineAggregate<
  'numbering',
  NumberingState,
  DataOfActs<typeof NUMBERING_ACTS>,
  DataOfEvents<typeof NUMBERING_EVENTS>
>({
  name: 'numbering',
  acts: NUMBERING_ACTS,
  events: NUMBERING_EVENTS,
  unknown: NOT_CLAIMED,
  reach: () => ({}),
});
