import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { reject, type Rejection } from '../shared/rejection';
import { type DepartureState } from './departure.state';
import { type DEPARTURE_EVENTS } from './events';

export type DepartureEvent = EventIn<typeof DEPARTURE_EVENTS>;

/** Defines an act on the departures of administrators. All of them are the engine's: people disable accounts and revoke posts. */
export const departureAct = actsOf<'departure', DepartureState, DepartureEvent>('departure');

/** The refusal of ending a departure that is not under way. */
export const NOT_UNDERWAY: Rejection = reject('DEPARTURE.NOT_UNDERWAY', '没有正在办理的这项管理员变动，无需再次登记。');
