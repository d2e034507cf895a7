import { ENGINE_ACTOR } from '#domain';
import { Act } from '../command/act';
import { isRefusedForGood } from '../command/final-failure';
import { type Reaction, reactionContext } from '../reactions/reaction';

/** With as many delays in a row as the rules say 挂牌督办 is proposed to the leader in charge, with the task that was the last of them. */
export const proposeListingReaction: Reaction = {
  name: 'propose-listing',
  types: ['streak.lengthened', 'streak.restored'],
  concerns: ({ data }) => data['reached'] === true,
  lastPart: 'propose',
  react: async (event, _stream, bus) => {
    if (event.type !== 'streak.lengthened' && event.type !== 'streak.restored') return;
    if (!event.data.reached) return;
    const { unitId, length, climb } = event.data;
    const command = { type: 'task.propose-listing', data: { lane: unitId, climbs: length } } as const;
    const context = reactionContext(event, ENGINE_ACTOR, 'propose');
    try {
      await bus.execute(new Act({ aggregate: 'task', id: climb.taskId, command }, context));
    } catch (error) {
      // The task has ended meanwhile, or the unit leads it no more.
      if (!isRefusedForGood(error)) throw error;
    }
  },
};
