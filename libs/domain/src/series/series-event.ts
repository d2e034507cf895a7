import { eventsOf } from '../shared/event-definition';
import { type SeriesState } from './series.state';

/** Defines an event of a series of closing numbers. */
export const seriesEvent = eventsOf<SeriesState>();
