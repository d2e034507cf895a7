import { z } from 'zod';
import { LEAD_UNIT } from '../../shared/grant';
import { answerFault } from '../checks';
import { actingLane } from '../lanes';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';

/** 签收. The task is under way once every lead has accepted. */
export const accept = taskAct({
  type: 'task.accept',
  word: '签收',
  command: z.strictObject(stepFields),
  sample: {},
  grants: LEAD_UNIT,
  offered: 'leading',
  from: ['assigned'],
  to: ['same', 'underway'],
  withdrawable: true,
  edits: ['steps'],
  guard: answerFault,
  decide: (state, { occurredOn }, { today, actor }) => {
    const lane = actingLane(state, actor);
    return lane === null ? [] : [{ type: 'lane.accepted', data: { lane: lane.unitId, on: occurredOn ?? today } }];
  },
});
