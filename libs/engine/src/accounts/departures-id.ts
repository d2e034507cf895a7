import { derivedId } from '../command/derived-id';

/** The id of the one stream in which the departures of administrators begin and end. */
export const DEPARTURES = derivedId('departure', 'administrators');
