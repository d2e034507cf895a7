import { TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { type Step } from '../../telling';

const CLAIMED = TASK_EVENTS['lane.claimed'];
type Claimed = z.infer<typeof CLAIMED.schema>;

/** A request for closure as it was made, and as it is told. */
interface Claim {
  readonly step: Step;
  readonly data: Claimed;
}

/** The last request for closure of a unit that was not taken back; null where none has been read. */
export function lastClaim(unitId: string, steps: readonly Step[]): Claim | null {
  const claims = steps.flatMap((step): Claim[] => {
    if (step.entry.type !== CLAIMED.type || step.undone) return [];
    const { data } = CLAIMED.schema.safeParse(step.entry.data);
    return data?.lane === unitId ? [{ step, data }] : [];
  });
  return claims.at(-1) ?? null;
}
