import { eventsOf } from '../shared/event-definition';
import { type NumberingState } from './numbering.state';

/** Defines an event of a code or closing prefix. */
export const numberingEvent = eventsOf<NumberingState>();
