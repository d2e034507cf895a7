import { z } from 'zod';
import { OWN_UNIT } from '../../shared/grant';
import { answerFault } from '../checks';
import { actingLane } from '../lanes';
import { ANSWERING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';

/** 签收: each unit for its own part. The task is under way once every lead has accepted. */
export const accept = taskAct({
  type: 'task.accept',
  word: '签收',
  command: z.strictObject(stepFields),
  sample: {},
  grants: OWN_UNIT,
  offered: 'leading',
  from: ANSWERING,
  to: ['same', 'underway'],
  withdrawable: true,
  edits: ['steps'],
  inLane: actingLane,
  guard: answerFault,
  decide: (state, { occurredOn }, { today, actor }) => {
    const lane = actingLane(state, actor);
    return lane === null ? [] : [{ type: 'lane.accepted', data: { lane: lane.unitId, on: occurredOn ?? today } }];
  },
});
