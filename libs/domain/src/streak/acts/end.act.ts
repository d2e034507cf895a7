import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, instantSchema } from '../../shared/schema';
import { streakAct } from '../streak-act';

/**
 * A unit completed something in time. Of a unit that is not in a streak nothing is recorded; nor where it was escalated only afterwards,
 * which is so when the same is sent again after a crash.
 */
export const endStreak = streakAct({
  type: 'streak.end',
  word: '结束连续逾期',
  command: z.strictObject({
    taskId: idSchema,
    /** The moment at which it was recorded. */
    at: instantSchema,
  }),
  sample: { taskId: '00000000-0000-4000-8000-000000000401', at: '2025-07-08T01:00:00.000Z' },
  grants: ENGINE,
  decide: ({ ledgerId, unitId, length, climbs }, { taskId, at }) => {
    const last = climbs.at(-1);
    const isOver = length === 0 || (last !== undefined && last.at > at);
    return isOver ? [] : [{ type: 'streak.ended', data: { ledgerId, unitId, taskId } }];
  },
});
