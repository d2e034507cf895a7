import { z } from 'zod';
import { daySchema } from '../../calendar';
import { actedBySchema } from '../../shared/actor';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { laneOf, newLane } from '../lanes';
import { underLanes } from '../limits';
import { taskEvent } from '../task-event';
import { laneSchema } from '../task.parts';
import { type TaskState } from '../task.state';

/** Responsible units came to a task that is assigned, or left it. */
export const lanesChanged = taskEvent({
  type: 'lanes.changed',
  schema: z.strictObject({
    added: z.array(laneSchema).max(120),
    /** Units whose lanes end. */
    removed: z.array(loggedIdSchema).max(120),
    reason: textSchema(2_000, 1),
    on: daySchema,
    /** Who asked for it and who approved it, where it took a second person. */
    askedBy: actedBySchema.optional(),
    approvedBy: actedBySchema.optional(),
  }),
  sample: {
    added: [{ unitId: '00000000-0000-4000-8000-000000000a07', role: 'support' }],
    removed: [],
    reason: '漏列配合单位',
    on: '2021-03-03',
  },
  touches: 'content',
  evolve: (state, { data: { added, removed, on }, metadata: { recordedAt }, revision }) => {
    const climb = state.climbs + 1;
    const begun = { recordedAt, revision, on, climb, replyBy: null };
    const lanes: TaskState['lanes'] = [
      ...state.lanes.filter(({ unitId }) => !removed.includes(unitId)),
      ...added.map((lane) => newLane(lane, begun, laneOf(state, lane.unitId))),
    ];
    const unitsAs = (role: 'lead' | 'support') =>
      lanes.filter((lane) => lane.role === role).map(({ unitId }) => unitId);
    const limits = state.limits.map((limit) => underLanes(limit, lanes));
    return { ...state, climbs: climb, lanes, limits, leads: unitsAs('lead'), supports: unitsAs('support') };
  },
});
