import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { type STREAK_EVENTS } from './events';
import { type StreakState } from './streak.state';

export type StreakEvent = EventIn<typeof STREAK_EVENTS>;

/** Defines an act on a unit's streak. All of them are the engine's: they follow from events of tasks. */
export const streakAct = actsOf<'streak', StreakState, StreakEvent>('streak');

/** What the id of a unit's streak is derived from: one for each ledger, whose rules and leaders it goes by, practice apart. */
export function streakIdentity({
  ledgerId,
  unitId,
}: {
  readonly ledgerId: string;
  readonly unitId: string;
}): readonly string[] {
  return [ledgerId, unitId];
}
