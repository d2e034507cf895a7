import { z } from 'zod';
import { addDays, type Day, daysBetween, daySchema } from '../../calendar';
import { taskEvent } from '../task-event';
import { type Assignment } from '../task.state';

/** A suspended task goes on (恢复). Its open limits move by events of their own. */
export const resumed = taskEvent({
  type: 'task.resumed',
  schema: z.strictObject({
    on: daySchema,
    /** A person, or the engine on the day to which the task was suspended. */
    by: z.enum(['person', 'engine']),
  }),
  sample: { on: '2021-12-01', by: 'engine' },
  touches: 'steps',
  evolve: ({ suspension, ...state }, { data: { on }, metadata: { recordedAt } }) => {
    // One that is undone on its own day stopped no clock.
    if (!suspension || on <= suspension.on) return state;
    const lanes = state.lanes.map((lane) => ({ ...lane, since: recordedAt }));
    return { ...state, lanes, assignment: state.assignment && afterStandstill(state.assignment, suspension.on, on) };
  },
});

/** Nobody could answer meanwhile. */
function afterStandstill(assignment: Assignment, from: Day, to: Day): Assignment {
  const { replyBy } = assignment;
  return replyBy === null || replyBy < from
    ? assignment
    : { ...assignment, replyBy: addDays(replyBy, daysBetween(from, to)) };
}
