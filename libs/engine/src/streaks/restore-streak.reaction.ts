import { ENGINE_ACTOR } from '#domain';
import { Act } from '../command/act';
import { type Reaction, reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';
import { streakIdOf } from './streak-id';

/** A step that was taken back ends no streak: what it had ended goes on. */
export function restoreStreakReaction(states: States): Reaction {
  return {
    name: 'restore-streak',
    types: ['task.withdrawn'],
    lastPart: null,
    react: async (event, stream, bus) => {
      if (event.type !== 'task.withdrawn') return;
      const { commandId } = event.data;
      const { state: task } = await states.of('task').fresh(stream.slice('task-'.length));
      for (const { unitId } of task?.lanes ?? []) {
        const id = streakIdOf({ ledgerId: task?.ledgerId ?? '', unitId });
        const { state: streak } = await states.of('streak').fresh(id);
        if (!streak?.ends.some((end) => end.commandId === commandId)) continue;
        const command = { type: 'streak.restore', data: { commandId } } as const;
        const context = reactionContext(event, ENGINE_ACTOR, `restore-${unitId}`);
        await bus.execute(new Act({ aggregate: 'streak', id, command }, context));
      }
    },
  };
}
