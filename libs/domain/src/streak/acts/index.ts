import { endStreak } from './end.act';
import { lengthen } from './lengthen.act';
import { restore } from './restore.act';

/** What may be asked of a unit's streak. */
export const STREAK_ACTS = { [lengthen.type]: lengthen, [endStreak.type]: endStreak, [restore.type]: restore };
