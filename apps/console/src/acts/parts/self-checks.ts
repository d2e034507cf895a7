import { type TaskDetail } from '../../api/answer';
import { type Lane } from '../../parts/lanes';
import { type Step } from '../../telling';
import { lastClaim } from './last-claim';

/** What a unit said when it asked for closure; null where its words have not been read. */
interface SelfCheck {
  readonly unit: Lane['unit'];
  readonly text: string | null;
}

/** The self-checks of the units whose request for closure stands, one for each. A return ends the requests of the leads before it. */
export function selfChecks({ lanes }: Pick<TaskDetail, 'lanes'>, steps: readonly Step[]): SelfCheck[] {
  return lanes
    .filter(({ claimedOn }) => claimedOn !== null)
    .map(({ unit }) => ({ unit, text: lastClaim(unit.unitId, steps)?.step.quote || null }));
}
