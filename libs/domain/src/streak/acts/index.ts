import { endStreak } from './end.act';
import { lengthen } from './lengthen.act';

/** What may be asked of a unit's streak. */
export const STREAK_ACTS = { [lengthen.type]: lengthen, [endStreak.type]: endStreak };
