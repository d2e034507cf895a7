import { type TaskDetail } from '../../api/answer';
import { type Lane, leadLanes } from '../../parts/lanes';
import { type DuePart, partKey } from '../../parts/task-facts/due-parts';
import { type Step } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';
import { lastClaim } from './last-claim';

const words = ACT_WORDS.check;

/** Why a unit still owes a part, as it said when it asked for closure; null where it did not ask, or said nothing of that part. */
export function owedReason(part: DuePart, { unit, claimedOn }: Lane, steps: readonly Step[]): string | null {
  if (claimedOn === null) return null;
  const owed = lastClaim(unit.unitId, steps)?.data.owed ?? [];
  return owed.find(({ obligation }) => partKey(obligation) === partKey(part))?.reason ?? null;
}

/** What the leads say of a part that they still owe, each with its name where they are several; null where none says anything. */
export function leadReasons(part: DuePart, task: Pick<TaskDetail, 'lanes'>, steps: readonly Step[]): string | null {
  const leads = leadLanes(task);
  const said = leads.flatMap((lane) => {
    const reason = owedReason(part, lane, steps);
    if (reason === null) return [];
    return [leads.length > 1 ? words.owedReasonBy(lane.unit.name, reason) : words.owedReason(reason)];
  });
  return said.length === 0 ? null : said.join('\n');
}
