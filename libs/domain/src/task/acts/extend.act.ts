import { z } from 'zod';
import { daySchema } from '../../calendar';
import { OWN_UNIT } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { lineSchema } from '../../shared/schema';
import { extensionFault, workingFault } from '../checks';
import { everythingAsked, extendedDay, nothingToExtend } from '../extension';
import { laneOf } from '../lanes';
import { RUNNING, SUSPENDED } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

/** 申请延期: a unit asks for a later day for something that it owes; another person decides. The first day and every move stay in the chain. */
export const extend = taskAct({
  type: 'task.extend',
  word: '申请延期',
  command: z.strictObject({
    limitId: lineSchema(20),
    /** The one period that is to move; null: a dated limit. */
    period: lineSchema(20).nullable().default(null),
    due: daySchema,
    reason: freeTextSchema(2_000, 1),
    ...formFields,
  }),
  sample: { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' },
  grants: OWN_UNIT,
  offered: 'side',
  // A request that waited when the task was suspended can be decided meanwhile.
  from: [...RUNNING, ...SUSPENDED],
  to: ['same'],
  withdrawable: false,
  // The day that it asks for is held against the one that there is, whatever else was corrected.
  edits: [],
  needsSecond: () => true,
  asked: (state, { actor, today }) => {
    const lane = laneOf(state, actor.unitId);
    return lane && everythingAsked(state, lane, today);
  },
  inLane: (state, actor) => laneOf(state, actor.unitId),
  guard: (state, { actor, today }) => {
    // Nobody asks in another unit's name: a request of a unit that has left is overtaken.
    const lane = laneOf(state, actor.unitId);
    return workingFault(lane) ?? (lane && nothingToExtend(state, lane, today));
  },
  decide: (state, wanted, { today, askedOn = today, actor }) => {
    const lane = laneOf(state, actor.unitId);
    return lane === null ? [] : (extensionFault(state, wanted) ?? extendedDay(state, lane, wanted, { today, askedOn }));
  },
});
