import { type Lane } from '../../parts/lanes';
import { reportsOf } from '../../parts/task-facts/reports';
import { type Step } from '../../telling';

/** What a lane's last report said, as far as the next one begins with it. */
export interface LastReport {
  readonly on: string;
  readonly percent: number | null;
  readonly texts: {
    readonly progress: string;
    readonly problems: string;
    readonly nextSteps: string;
    readonly helpNeeded: string;
  };
}

/** The last report of a lane; null for none. Of one that is not among the steps read, next steps and needs are left empty. */
export function lastReportOf(lane: Lane | null, steps: readonly Step[]): LastReport | null {
  if (lane === null || lane.lastReport === null) return null;
  const { on, percent, progress, problems } = lane.lastReport;
  const read = reportsOf(steps).find(({ data }) => data.lane === lane.unit.unitId);
  return { on, percent, texts: { progress, problems, nextSteps: '', helpNeeded: '', ...read?.data.texts } };
}
