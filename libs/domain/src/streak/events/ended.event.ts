import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { streakEvent } from '../streak-event';

/** So many are remembered: of several runs those that may still be taken back. */
const REMEMBERED = 30;

/** The unit completed something in time: what it is late with next is the first again. */
export const ended = streakEvent({
  type: 'streak.ended',
  schema: z.strictObject({
    ledgerId: loggedIdSchema,
    unitId: loggedIdSchema,
    /** In which it completed something. */
    taskId: loggedIdSchema,
    /** The command by which it did. */
    commandId: loggedIdSchema,
  }),
  sample: {
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    unitId: '00000000-0000-4000-8000-000000000a03',
    taskId: '00000000-0000-4000-8000-000000000a09',
    commandId: '00000000-0000-4000-8000-000000000a0f',
  },
  evolve: (state, { data: { commandId } }) => ({
    ...state,
    length: 0,
    ends: [...state.ends, { commandId, before: state.length }].slice(-REMEMBERED),
  }),
});
