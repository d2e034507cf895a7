import { z } from 'zod';
import { type Day, daysBetween, daySchema, movedOn } from '../../calendar';
import { taskEvent } from '../task-event';

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
    const moved = <Named extends Day | null>(day: Named) => afterStandstill(day, suspension.on, on);
    const lanes = state.lanes.map((lane) => ({ ...lane, since: recordedAt, replyBy: moved(lane.replyBy) }));
    const { assignment } = state;
    return {
      ...state,
      lanes,
      assignment: assignment && { ...assignment, replyBy: moved(assignment.replyBy) },
      instructions: state.instructions.map((each) =>
        each.answers.length < each.lanes.length ? { ...each, answerBy: moved(each.answerBy) } : each,
      ),
    };
  },
});

/** Nobody could answer meanwhile. */
function afterStandstill<Named extends Day | null>(day: Named, from: Day, to: Day): Day | Named {
  return day === null || day < from ? day : movedOn(day, daysBetween(from, to));
}
