import { beginDeparture } from './begin.act';
import { endDeparture } from './end.act';

/** What the engine does with the departures of administrators. */
export const DEPARTURE_ACTS = {
  [beginDeparture.type]: beginDeparture,
  [endDeparture.type]: endDeparture,
};
