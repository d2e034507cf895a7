import { z } from 'zod';
import { delayKeyOf } from '../../ladder';
import { type Circumstances } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { idSchema } from '../../shared/schema';
import { streakAct, type StreakEvent, streakIdentity } from '../streak-act';
import { type Climb, climbSchema, type StreakState } from '../streak.state';

const command = z.strictObject({ ledgerId: idSchema, unitId: idSchema, climb: climbSchema });
type Late = z.output<typeof command>;

/**
 * A delay of a unit was brought to those above. With as many in a row as the rules in force say, and again with twice as many, it is time to
 * propose 挂牌督办; the event says so, since later rules may say another number.
 */
export const lengthen = streakAct({
  type: 'streak.lengthen',
  word: '记录连续逾期',
  command,
  sample: {
    ledgerId: '00000000-0000-4000-8000-000000000200',
    unitId: '00000000-0000-4000-8000-000000000101',
    climb: {
      taskId: '00000000-0000-4000-8000-000000000401',
      climb: 1,
      due: '2025-06-30',
      at: '2025-07-07T00:50:00.000Z',
    },
  },
  grants: ENGINE,
  identity: streakIdentity,
  begin: (late, circumstances) => lengthenedBy(late, 0, circumstances),
  decide: ({ length, climbs }, late, circumstances) =>
    isCounted(climbs, late) ? [] : lengthenedBy(late, length, circumstances),
});

function isCounted(climbs: StreakState['climbs'], { unitId, climb }: Late): boolean {
  const delayOf = ({ climb: run, due }: Climb) => delayKeyOf({ lane: unitId, climb: run, due });
  return climbs.some((each) => each.taskId === climb.taskId && delayOf(each) === delayOf(climb));
}

function lengthenedBy(late: Late, before: number, { policy }: Pick<Circumstances, 'policy'>): readonly StreakEvent[] {
  const length = before + 1;
  return [{ type: 'streak.lengthened', data: { ...late, length, reached: length % policy.listing.unit === 0 } }];
}
