import { z } from 'zod';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { tooManyOwedFault, workingFault } from '../checks';
import { actingLane } from '../lanes';
import { openObligations } from '../obligations';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';

/** 申请销号: the head of a unit, after a self-check, for its own part. The check begins once every lead has asked. */
export const requestClosure = taskAct({
  type: 'task.request-closure',
  word: '申请销号',
  command: z.strictObject({ selfCheck: freeTextSchema(4_000, 1), committed: z.literal(true), ...stepFields }),
  sample: { selfCheck: '各项举措已完成', committed: true },
  grants: [['unit-head', 'own-unit']],
  offered: 'leading',
  from: RUNNING,
  to: ['same', 'closure-requested'],
  withdrawable: true,
  edits: ['steps'],
  inLane: actingLane,
  guard: (state, { actor }) => {
    const lane = actingLane(state, actor);
    const nothing = reject('TASK.NOTHING_REPORTED', '还没有填报过进展，请先填报进展和佐证，再申请销号。');
    return workingFault(lane) ?? (lane?.lastReport ? null : nothing);
  },
  decide: (state, { occurredOn, selfCheck, committed }, { today, actor }) => {
    const lane = actingLane(state, actor);
    if (lane === null) return [];
    const claimed = openObligations(state, today, [lane]).map(({ limitId, period }) => ({
      lane: lane.unitId,
      limitId,
      period,
    }));
    const tooMany = tooManyOwedFault(claimed, '请先填报已完成的时限，或由督查人员更正时限，再申请销号。');
    if (tooMany) return tooMany;
    const data = { lane: lane.unitId, on: occurredOn ?? today, selfCheck, committed, claimed, owed: [], evidence: [] };
    return [{ type: 'lane.claimed', data }];
  },
});
