import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { workingLanes } from '../lanes';
import { taskEvent } from '../task-event';
import { type LaneState, type TaskState } from '../task.state';

/**
 * A step was taken back (撤回) by whoever took it: the task stands as before its command. Who took part, rungs that fired and urging
 * by hand are facts that stay, numbers of climbs and of limits are not given again, and clocks that stood still because of it start again now.
 */
export const withdrawn = taskEvent({
  type: 'task.withdrawn',
  schema: z.strictObject({
    commandId: loggedIdSchema,
    /** The act that is taken back, such as `task.assign`. */
    step: lineSchema(60),
  }),
  sample: { commandId: '00000000-0000-4000-8000-000000000a08', step: 'task.assign' },
  touches: 'steps',
  evolve: (state, { revision, metadata: { recordedAt } }) => {
    if (state.undo === null) return state;
    const { before } = state.undo;
    const { participation, fired, lastUrgedOn, climbs, limitIds } = state;
    const contentRevision = state.contentRevision === before.contentRevision ? before.contentRevision : revision;
    const lanes = before.lanes.map((lane) => (stoodStill(state, before, lane) ? { ...lane, since: recordedAt } : lane));
    return { ...before, lanes, participation, fired, lastUrgedOn, climbs, limitIds, contentRevision };
  },
});

/** True for a unit that gets its task, or a part of it, back: it had declined or asked for closure, or done what is open again. */
function stoodStill(state: TaskState, before: Pick<TaskState, 'lanes' | 'limits'>, { unitId }: LaneState): boolean {
  const works = (lanes: TaskState['lanes']) => workingLanes({ lanes }).some((lane) => lane.unitId === unitId);
  if (works(before.lanes) && !works(state.lanes)) return true;
  const doneBy = ({ limits }: Pick<TaskState, 'limits'>) =>
    limits.flatMap(({ done }) => done.filter(({ lane }) => lane === unitId));
  return doneBy(before).length < doneBy(state).length;
}
