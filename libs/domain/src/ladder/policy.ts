import { DEFAULT_LADDER } from './default-ladder';
import { type Ladder } from './ladder';

/** How long each holder has who is no unit with a limit: working days, but for the review. */
export interface Clocks {
  /** 督查部门: to assign a task that is on the account. */
  readonly assign: number;
  /** A unit: to answer its assignment, where that names no day. */
  readonly reply: number;
  /** 督查部门: to put another unit in the place of one that declined. */
  readonly reassign: number;
  /** A verifier: to conclude a check. */
  readonly check: number;
  /** A closer: to strike a verified task off. */
  readonly close: number;
  /** The office or a leader: to decide what one person may not do alone. */
  readonly decide: number;
  /** 督查部门: to look at a task in which nothing has a date. Calendar months. */
  readonly reviewMonths: number;
}

/** The rules that an office sets for its tasks. */
export interface Policy {
  /** Pinned in events. */
  readonly version: string;
  /** What units are reminded of, by the day of a limit. */
  readonly ladder: Ladder;
  readonly clocks: Clocks;
  /** What everybody is reminded of whose clock is none of a limit. */
  readonly clockLadder: Ladder;
}

/** The policy of an office that has not set its own. */
export const DEFAULT_POLICY: Policy = {
  version: DEFAULT_LADDER.version,
  ladder: DEFAULT_LADDER,
  clocks: { assign: 5, reply: 3, reassign: 3, check: 10, close: 5, decide: 5, reviewMonths: 3 },
  clockLadder: {
    version: DEFAULT_LADDER.version,
    rungs: DEFAULT_LADDER.rungs.filter(({ kind }) => kind !== 'remind'),
  },
};
