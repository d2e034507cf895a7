import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, instantSchema } from '../../shared/schema';
import { streakAct } from '../streak-act';
import { type StreakState } from '../streak.state';

/** So many steps in a row are recorded of which each alone would have ended a streak: hardly all of them are taken back. */
const MOST_ENDS = 10;

/**
 * A unit completed something in time. It is recorded also where something else has just ended the streak, for that may be taken back. Of a
 * unit that is not in a streak nothing is recorded; nor where it was escalated only afterwards, which is so when the same is sent again
 * after a crash.
 */
export const endStreak = streakAct({
  type: 'streak.end',
  word: '结束连续逾期',
  command: z.strictObject({
    taskId: idSchema,
    /** The command by which it did: a step that may be taken back. */
    commandId: idSchema,
    /** The moment at which it was recorded. */
    at: instantSchema,
  }),
  sample: {
    taskId: '00000000-0000-4000-8000-000000000401',
    commandId: '00000000-0000-4000-8000-000000000a0f',
    at: '2025-07-08T01:00:00.000Z',
  },
  grants: ENGINE,
  decide: ({ ledgerId, unitId, length, climbs, ends }, { taskId, commandId, at }) => {
    const last = climbs.at(-1);
    const isKnown = ends.some((each) => each.commandId === commandId);
    const isOver = length === 0 && !hasJustEnded(ends);
    if (isKnown || isOver || (last !== undefined && last.at > at)) return [];
    return [{ type: 'streak.ended', data: { ledgerId, unitId, taskId, commandId } }];
  },
});

function hasJustEnded(ends: StreakState['ends']): boolean {
  const first = ends.findLastIndex(({ before }) => before > 0);
  return first >= 0 && ends.length - first < MOST_ENDS;
}
