import { TASK_EVENTS } from '#domain';
import { type Lane } from '../../parts/lanes';
import { type Step } from '../../telling';

const DECLINED = TASK_EVENTS['lane.declined'];

/** The last step by which each unit that declines the task now did so and that was not taken back, in the order of the lanes. */
export function lastDeclines(lanes: readonly Pick<Lane, 'unit' | 'answer'>[], steps: readonly Step[]): readonly Step[] {
  return lanes.flatMap(({ unit, answer }) => {
    if (answer !== 'declined') return [];
    return steps.findLast(({ entry, undone }) => !undone && declinedBy(entry) === unit.unitId) ?? [];
  });
}

function declinedBy({ type, data }: Step['entry']): string | null {
  return type === DECLINED.type ? (DECLINED.schema.safeParse(data).data?.lane ?? null) : null;
}
