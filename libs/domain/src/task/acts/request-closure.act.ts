import { z } from 'zod';
import { latestDay } from '../../calendar';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { tooManyOwedFault, workingFault } from '../checks';
import { awaitedChildren, childrenFault, endsOfChildren } from '../children';
import { missingEvidenceFault } from '../evidence-kinds';
import { actingLane, laneOf } from '../lanes';
import { unfinished } from '../obligations';
import { isReadyToClose } from '../ready-to-close';
import { lineSchema } from '../../shared/schema';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { MAX_OBLIGATIONS, type Obligation } from '../task.parts';

const owedInput = z.strictObject({
  limitId: lineSchema(20),
  period: lineSchema(20).nullable().default(null),
  reason: freeTextSchema(2_000, 1),
});
const NOT_OPEN = reject('TASK.LIMIT_NOT_OWED', '所选时限或期次不在本单位未完成的事项中，请重新选择。');

/** 申请销号: the head of a unit, after a self-check, for its own part. The check begins once every lead has asked. */
export const requestClosure = taskAct({
  type: 'task.request-closure',
  word: '申请销号',
  command: z.strictObject({
    selfCheck: freeTextSchema(4_000, 1),
    committed: z.literal(true),
    /** What is still owed, and why; all else that the unit has not done is claimed as done. */
    owed: z.array(owedInput).max(MAX_OBLIGATIONS).default([]),
    ...stepFields,
  }),
  sample: { selfCheck: '各项举措已完成', committed: true },
  grants: [['unit-head', 'own-unit']],
  offered: 'leading',
  from: RUNNING,
  to: ['same', 'closure-requested'],
  withdrawable: true,
  edits: ['content', 'steps'],
  inLane: actingLane,
  follows: (state, lane) =>
    latestDay([lane?.lastStepOn ?? null, ...(lane ? endsOfChildren({ children: awaitedChildren(state, lane) }) : [])]),
  othersStep: (state, { role, unitId }) => {
    const lane = laneOf(state, unitId);
    if (role !== 'reporter' || lane === null || workingFault(lane) !== null) return null;
    return isReadyToClose(state, lane)
      ? '各项要求都已完成，请本单位负责人申请销号。'
      : '申请销号由本单位负责人在全部完成后办理。';
  },
  guard: (state, { actor, policy }) => {
    const lane = actingLane(state, actor);
    const nothing = reject('TASK.NOTHING_REPORTED', '还没有填报过进展，请先填报进展和佐证，再申请销号。');
    const waits = lane ? childrenFault({ children: awaitedChildren(state, lane) }) : null;
    const lacking = lane && missingEvidenceFault(lane, policy);
    return workingFault(lane) ?? (lane?.lastReport ? (lacking ?? waits) : nothing);
  },
  decide: (state, { occurredOn, selfCheck, committed, owed }, { today, actor, policy }) => {
    const lane = actingLane(state, actor);
    if (lane === null) return [];
    const open = unfinished(state, today, [lane]);
    const isOwed = (each: Obligation) =>
      owed.some(({ limitId, period }) => limitId === each.limitId && period === each.period);
    if (owed.some(({ limitId, period }) => !open.some((each) => each.limitId === limitId && each.period === period))) {
      return NOT_OPEN;
    }
    const claimed = open.filter((each) => !isOwed(each));
    const tooMany = tooManyOwedFault(claimed, '请先填报已完成的时限，或由督查员更正时限，再申请销号。');
    if (tooMany) return tooMany;
    const reasons = owed.map(({ reason, ...part }) => ({ obligation: { lane: lane.unitId, ...part }, reason }));
    const data = {
      lane: lane.unitId,
      on: occurredOn ?? today,
      selfCheck,
      committed,
      claimed,
      owed: reasons,
      evidence: [],
      acceptance: [...policy.acceptance],
    };
    return [{ type: 'lane.claimed', data }];
  },
});
