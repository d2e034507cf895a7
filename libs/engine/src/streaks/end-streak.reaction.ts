import { ENGINE_ACTOR, type TaskState } from '#domain';
import { Act } from '../command/act';
import { type Reaction, reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';
import { streakIdOf } from './streak-id';

/**
 * What a lead completes in time ends the streak of its unit. A report that was taken back by now completes nothing. The day is the stated one:
 * a unit is in time that was so and told it later.
 */
export function endStreakReaction(states: States): Reaction {
  return {
    name: 'end-streak',
    types: ['lane.reported', 'lane.claimed'],
    concerns: ({ data: { done, claimed } }) =>
      [done, claimed].some((parts) => Array.isArray(parts) && parts.length > 0),
    lastPart: null,
    react: async (event, stream, bus) => {
      if (event.type !== 'lane.reported' && event.type !== 'lane.claimed') return;
      const taskId = stream.slice('task-'.length);
      const { state: task } = await states.of('task').fresh(taskId);
      const unitId = event.data.lane;
      if (task === null || !completesInTime(task, unitId, event.eventId)) return;
      const id = streakIdOf({ ledgerId: task.ledgerId, unitId });
      const { state: streak } = await states.of('streak').fresh(id);
      if (streak === null || (streak.length === 0 && streak.ends.length === 0)) return;
      const { commandId, recordedAt } = event.metadata;
      const command = { type: 'streak.end', data: { taskId, commandId, at: recordedAt } } as const;
      await bus.execute(new Act({ aggregate: 'streak', id, command }, reactionContext(event, ENGINE_ACTOR, 'end')));
    },
  };
}

/** True when an event completed something by its day for a lead; a supporting unit tells of its own part. */
function completesInTime({ lanes, limits }: TaskState, unitId: string, eventId: string): boolean {
  const leads = lanes.some((lane) => lane.unitId === unitId && lane.role === 'lead');
  return leads && limits.some(({ done }) => done.some((part) => part.eventId === eventId && isInTime(part)));
}

function isInTime({ due, on }: TaskState['limits'][number]['done'][number]): boolean {
  return due !== null && on <= due;
}
