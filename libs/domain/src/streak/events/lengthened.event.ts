import { z } from 'zod';
import { type RecordedAs } from '../../shared/event-definition';
import { loggedIdSchema } from '../../shared/schema';
import { streakEvent } from '../streak-event';
import { climbSchema, type StreakState } from '../streak.state';

const schema = z.strictObject({
  ledgerId: loggedIdSchema,
  unitId: loggedIdSchema,
  climb: climbSchema,
  /** How many in a row they are with it. */
  length: z.int().positive(),
  /** By the rules of then it is time to propose 挂牌督办 for the unit. */
  reached: z.boolean(),
});

/** So many are remembered. */
const REMEMBERED = 50;

function after(
  { climbs, ends }: Pick<StreakState, 'climbs' | 'ends'>,
  { data }: RecordedAs<string, z.infer<typeof schema>>,
): StreakState {
  const { ledgerId, unitId, climb, length } = data;
  return { ledgerId, unitId, length, climbs: [...climbs, climb].slice(-REMEMBERED), ends };
}

/** Another delay of a unit was brought to those above, with nothing completed in time since the last one. */
export const lengthened = streakEvent({
  type: 'streak.lengthened',
  schema,
  sample: {
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    unitId: '00000000-0000-4000-8000-000000000a03',
    climb: {
      taskId: '00000000-0000-4000-8000-000000000a09',
      climb: 1,
      due: '2021-06-30',
      at: '2021-07-07T00:50:00.000Z',
    },
    length: 3,
    reached: true,
  },
  begin: (event) => after({ climbs: [], ends: [] }, event),
  evolve: (state, event) => after(state, event),
});
