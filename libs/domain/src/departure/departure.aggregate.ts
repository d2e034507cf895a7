import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { DEPARTURE_ACTS } from './acts';
import { NOT_UNDERWAY } from './departure-act';
import { type DepartureState } from './departure.state';
import { DEPARTURE_EVENTS } from './events';

/**
 * The departures of administrators, one stream for the installation: whoever takes an administrator away begins the departure here first.
 * Two at the same moment meet in this stream, so that the second one is decided on an installation that the first has left already.
 */
export const DEPARTURE = defineAggregate<
  'departure',
  DepartureState,
  DataOfActs<typeof DEPARTURE_ACTS>,
  DataOfEvents<typeof DEPARTURE_EVENTS>
>({
  name: 'departure',
  acts: DEPARTURE_ACTS,
  events: DEPARTURE_EVENTS,
  unknown: NOT_UNDERWAY,
  reach: () => ({}),
});
