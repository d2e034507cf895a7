import { eventsOf } from '../shared/event-definition';
import { type StreakState } from './streak.state';

/** Defines an event of a unit's streak. */
export const streakEvent = eventsOf<StreakState>();
