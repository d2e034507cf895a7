import { eventsOf } from '../shared/event-definition';
import { type UnitState } from './unit.state';

/** Defines an event of a unit. */
export const unitEvent = eventsOf<UnitState>();
