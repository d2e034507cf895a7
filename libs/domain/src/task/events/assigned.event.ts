import { z } from 'zod';
import { dayInShanghai, daySchema } from '../../calendar';
import { rulesSchema } from '../../policy';
import { textSchema } from '../../shared/schema';
import { laneOf, newLane } from '../lanes';
import { underLanes } from '../limits';
import { taskEvent } from '../task-event';
import { laneSchema } from '../task.parts';
import { type LaneState } from '../task.state';

/**
 * A task was assigned (交办): each responsible unit has a lane, and the limits begin to run. Where one of several units had declined, the
 * lanes of the others go on as they are.
 */
export const assigned = taskEvent({
  type: 'task.assigned',
  schema: z.strictObject({
    lanes: z.array(laneSchema).min(1).max(120),
    requirements: textSchema(4_000, 0),
    /** The last day for an answer; null: none was set. */
    replyBy: daySchema.nullable(),
    on: daySchema,
    /** The versions of the rules that it was assigned under. */
    rules: rulesSchema,
  }),
  sample: {
    lanes: [{ unitId: '00000000-0000-4000-8000-000000000a03', role: 'lead' }],
    requirements: '按月报送进展',
    replyBy: null,
    on: '2021-03-02',
    rules: { policy: 'default-1', calendar: '2021-1' },
  },
  touches: 'steps',
  evolve: (state, { data, metadata: { recordedAt }, revision }) => {
    const { lanes, requirements, replyBy, on, rules } = data;
    const climb = state.climbs + 1;
    return {
      ...state,
      assignment: { requirements, replyBy },
      rules,
      climbs: climb,
      lanes: lanes.map((lane) => {
        const before = laneOf(state, lane.unitId);
        return staysAtWork(before, lane) ? before : newLane(lane, { recordedAt, revision, on, climb, replyBy }, before);
      }),
      returned: false,
      limits: state.limits.map((limit) => ({
        ...underLanes(limit, lanes),
        armedAt: limit.armedAt ?? recordedAt,
        firstDay: limit.firstDay ?? dayInShanghai(recordedAt),
      })),
    };
  },
});

/** A unit that has the task and did not decline it keeps its lane when the task is assigned again in place of another one. */
function staysAtWork(before: LaneState | null, { role }: Pick<LaneState, 'role'>): before is LaneState {
  return before !== null && before.role === role && before.answer !== 'declined';
}
