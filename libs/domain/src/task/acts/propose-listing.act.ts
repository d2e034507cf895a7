import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema } from '../../shared/schema';
import { laneOf } from '../lanes';
import { listingAsked, UNIT_GONE } from '../measures';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';

/**
 * 挂牌督办 is proposed to the leader in charge of a unit that was escalated several times in a row over its tasks. The fact is of the unit's
 * own stream; it is proposed with the task that was the last of them. 挂牌督办 waits once at a time for a unit in a task, beside other measures.
 */
export const proposeListing = taskAct({
  type: 'task.propose-listing',
  word: '建议挂牌督办',
  command: z.strictObject({
    lane: idSchema,
    /** How many climbs in a row were escalated, this one included. */
    climbs: z.int().positive(),
  }),
  sample: { lane: '00000000-0000-4000-8000-000000000101', climbs: 3 },
  grants: ENGINE,
  offered: 'never',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  edits: [],
  needs: ({ lane }, state) =>
    state === null ? {} : { ledgerId: state.ledgerId, staff: { ledgerId: state.ledgerId, units: [lane] } },
  decide: (state, data, circumstances) =>
    laneOf(state, data.lane)?.role === 'lead' ? listingAsked(state, data, circumstances) : UNIT_GONE,
});
