import { z } from 'zod';
import { ENGINE_ACTOR } from '#domain';
import { Act } from '../command/act';
import { type Reaction, reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';
import { streakIdOf } from './streak-id';

/** A rung of what a unit owes that is brought to those above. */
const escalation = z.object({ obligation: z.looseObject({}), rung: z.looseObject({ kind: z.literal('escalate') }) });

/** A delay that was brought to those above lengthens the streak of its unit. Of what a unit owes only leads are escalated. */
export function lengthenStreakReaction(states: States): Reaction {
  return {
    name: 'lengthen-streak',
    types: ['rung.fired'],
    concerns: ({ data }) => escalation.safeParse(data).success,
    lastPart: 'lengthen',
    react: async (event, stream, bus) => {
      if (event.type !== 'rung.fired' || event.data.obligation === null) return;
      const taskId = stream.slice('task-'.length);
      const tasks = states.of('task');
      // A task keeps its ledger: whatever is known of it tells it.
      const { state } = await tasks.known(taskId);
      if (state === null) return;
      const { climb, due, obligation } = event.data;
      const of = { ledgerId: state.ledgerId, unitId: obligation.lane };
      const data = { ...of, climb: { taskId, climb, due, at: event.metadata.recordedAt } };
      const command = { type: 'streak.lengthen', data } as const;
      const context = reactionContext(event, ENGINE_ACTOR, 'lengthen');
      await bus.execute(new Act({ aggregate: 'streak', id: streakIdOf(of), command }, context));
    },
  };
}
