import { begun } from './begun.event';
import { ended } from './ended.event';

/** The facts of the departures of administrators: each one begins, and ends done or refused. */
export const DEPARTURE_EVENTS = {
  [begun.type]: begun,
  [ended.type]: ended,
};
