import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { streakEvent } from '../streak-event';
import { climbSchema, type StreakState } from '../streak.state';

/** A step that had ended a streak was taken back: what it ended goes on. */
export const restored = streakEvent({
  type: 'streak.restored',
  schema: z.strictObject({
    ledgerId: loggedIdSchema,
    unitId: loggedIdSchema,
    /** The command that was taken back. */
    commandId: loggedIdSchema,
    /** How many delays in a row there are with those that had been ended. */
    length: z.int().nonnegative(),
    /** By the rules of then it is time to propose 挂牌督办 for the unit. */
    reached: z.boolean(),
    /** The last of the delays. */
    climb: climbSchema,
  }),
  sample: {
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    unitId: '00000000-0000-4000-8000-000000000a03',
    commandId: '00000000-0000-4000-8000-000000000a0f',
    length: 2,
    reached: false,
    climb: {
      taskId: '00000000-0000-4000-8000-000000000a09',
      climb: 1,
      due: '2021-06-30',
      at: '2021-07-07T00:50:00.000Z',
    },
  },
  evolve: (state, { data: { commandId, length } }) => ({ ...state, length, ends: endsWithout(state.ends, commandId) }),
});

/** What the step had ended is ended by the next one, where another has followed. */
function endsWithout(ends: StreakState['ends'], commandId: string): StreakState['ends'] {
  const index = ends.findIndex((each) => each.commandId === commandId);
  const ended = ends[index]?.before ?? 0;
  return ends.flatMap((each, at) => {
    if (at === index) return [];
    return [at === index + 1 ? { ...each, before: each.before + ended } : each];
  });
}
