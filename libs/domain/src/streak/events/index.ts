import { ended } from './ended.event';
import { lengthened } from './lengthened.event';
import { restored } from './restored.event';

/** The facts of a unit's streak. */
export const STREAK_EVENTS = { [lengthened.type]: lengthened, [ended.type]: ended, [restored.type]: restored };
