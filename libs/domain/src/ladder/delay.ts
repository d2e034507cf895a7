import { type Day } from '../calendar';
import { timerKey } from './timer';

/** What makes a delay of a unit in a task this one and no other. */
export interface DelayIdentity {
  /** The unit. */
  readonly lane: string;
  /** The run of its ladders: numbered over all rounds of a task. */
  readonly climb: number;
  /** The day that was missed. */
  readonly due: Day;
}

/**
 * What one delay is, for everybody who tells delays apart: a unit, one run of its ladders, and the day that it missed. Limits that are due on
 * the same day are one delay; another day that is missed is another one, the same limit's after a move too, and so is the same day after a
 * return, which begins another run. Told apart in three ways, the same delay had been one for the streak and two for the leader.
 */
export function delayKeyOf({ lane, climb, due }: DelayIdentity): string {
  return timerKey(lane, String(climb), due);
}

/** The delay that the rung of a key is about, see `rungKeyOf`: its key, the unit, the day that was missed, and the rung. */
export function delayOfRungKey(key: string): {
  readonly delay: string;
  readonly lane: string;
  readonly due: Day;
  readonly rungId: string;
} {
  const [, climb = '', lane = '', , , rungId = '', due = ''] = key.split('__');
  return { delay: [lane, climb, due].join('__'), lane, due, rungId };
}
