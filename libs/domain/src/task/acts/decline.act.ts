import { z } from 'zod';
import { OWN_UNIT } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { answerFault } from '../checks';
import { actingLane } from '../lanes';
import { ANSWERING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';

/** 退件: a unit’s part goes back to the office with a reason, to be given to another one. The other units go on with theirs. */
export const decline = taskAct({
  type: 'task.decline',
  word: '退件',
  command: z.strictObject({ reason: freeTextSchema(2_000, 1), ...stepFields }),
  sample: { reason: '职责不在本单位' },
  grants: OWN_UNIT,
  offered: 'side',
  from: ANSWERING,
  to: ['same', 'declined'],
  withdrawable: true,
  edits: ['steps'],
  inLane: actingLane,
  guard: answerFault,
  decide: (state, { reason, occurredOn }, { today, actor }) => {
    const lane = actingLane(state, actor);
    const on = occurredOn ?? today;
    return lane === null ? [] : [{ type: 'lane.declined', data: { lane: lane.unitId, on, reason } }];
  },
});
