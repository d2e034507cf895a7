import { ENDED, type Lamp, type TaskStatus } from '#domain';
import { WORDS } from '../words';

/** Of what a lamp is, beside its own state. */
export interface LampOf {
  /** The task's status; left out where a lamp stands for many tasks, as in a head or a filter. */
  readonly status?: TaskStatus | null | undefined;
  /** True when a verifier has found this limit done. */
  readonly verified?: boolean;
}

/** True for a task without a lamp: a draft is not on the account yet. */
export function hasLamp({ status }: LampOf): boolean {
  return status !== 'draft';
}

/** The word of a lamp; empty for a task without one. That of a limit which is out while its task goes on says why: found done, or only said to be done. */
export function lampWord(lamp: Lamp, { status = null, verified = false }: LampOf = {}): string {
  const { lamps, lampsOut } = WORDS.terms;
  if (!hasLamp({ status })) return '';
  if (lamp !== 'closed' || status === null || ENDED.includes(status)) return lamps[lamp];
  return verified || status === 'verified' ? lampsOut.done : lampsOut.claimed;
}

/** Why nothing is counted for a limit that is not over: while others look at the work, its clock stands. Null where it runs. */
export function stoppedWord(status: TaskStatus | null | undefined): string | null {
  const { clockStopped } = WORDS.parts;
  return status === 'closure-requested' || status === 'verified' ? clockStopped[status] : null;
}
