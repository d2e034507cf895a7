import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema } from '../../shared/schema';
import { streakAct } from '../streak-act';

/**
 * A step was taken back by which the unit had completed something in time: what it ended goes on, together with what came since. A report that was
 * withdrawn a minute later had left the streak ended. It is time to propose 挂牌督办 where both parts together
 * reach a number that neither had reached.
 */
export const restore = streakAct({
  type: 'streak.restore',
  word: '恢复连续逾期',
  command: z.strictObject({
    /** The command that was taken back. */
    commandId: idSchema,
  }),
  sample: { commandId: '00000000-0000-4000-8000-000000000a0f' },
  grants: ENGINE,
  decide: ({ ledgerId, unitId, length, climbs, ends }, { commandId }, { policy }) => {
    const end = ends.findIndex((each) => each.commandId === commandId);
    const climb = climbs.at(-1);
    if (end < 0 || climb === undefined) return [];
    const ended = ends[end]?.before ?? 0;
    const isLast = end === ends.length - 1;
    const whole = isLast ? length + ended : length;
    const times = (delays: number) => Math.floor(delays / policy.listing.unit);
    const reached = isLast && times(whole) > times(length) + times(ended);
    return [{ type: 'streak.restored', data: { ledgerId, unitId, commandId, length: whole, reached, climb } }];
  },
});
