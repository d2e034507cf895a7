import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { laneOf, workingLanes } from '../lanes';
import { isDone } from '../obligations';
import { taskEvent } from '../task-event';
import { type LaneState, type LimitState, type TaskState } from '../task.state';

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
    const lanes = before.lanes.map((lane) => (getsItBack(state, before, lane) ? { ...lane, since: recordedAt } : lane));
    const limits = before.limits.map((limit) => {
      const again = lanesThatOweAgain(state, before, limit).map((lane) => ({ lane, since: recordedAt }));
      return again.length === 0 ? limit : { ...limit, owedAgain: [...limit.owedAgain, ...again] };
    });
    return { ...before, lanes, limits, participation, fired, lastUrgedOn, climbs, limitIds, contentRevision };
  },
});

/** True for a unit that has its part in hand again: it had declined it or asked for closure. */
function getsItBack(state: TaskState, before: Pick<TaskState, 'lanes'>, { unitId }: LaneState): boolean {
  const works = (lanes: TaskState['lanes']) => workingLanes({ lanes }).some((lane) => lane.unitId === unitId);
  return works(before.lanes) && !works(state.lanes);
}

/** The units that had a limit done, or a period of it, which is open again, and that had the task all the time. */
function lanesThatOweAgain(
  state: TaskState,
  before: Pick<TaskState, 'lanes'>,
  { limitId, done }: LimitState,
): readonly string[] {
  const now = state.limits.find((each) => each.limitId === limitId)?.done ?? [];
  const again = now.filter(({ lane, period }) => !isDone({ done }, lane, period)).map(({ lane }) => lane);
  return [...new Set(again)].filter((unitId) => {
    const lane = laneOf(before, unitId);
    return lane !== null && !getsItBack(state, before, lane);
  });
}
