import { eventsOf } from '../shared/event-definition';
import { type DepartureState } from './departure.state';

/** Defines an event of the departures of administrators. */
export const departureEvent = eventsOf<DepartureState>();
