import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema, textSchema } from '../../shared/schema';
import { groundsNow, whyMeasureOver } from '../measures';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { measureSchema } from '../task.parts';

/** 通报、约谈、挂牌督办: proposed by the ladder, decided by a named leader, never taken by the program alone (令733 art. 21). Its grounds are those of the day of the decision. */
export const takeMeasure = taskAct({
  type: 'task.take-measure',
  word: '通报约谈督办',
  command: z.strictObject({
    /** What was proposed. */
    measures: z.array(measureSchema).min(1).max(measureSchema.options.length),
    /** What the leader has chosen. Left out: the only one. */
    measure: measureSchema.optional(),
    lane: idSchema,
    reason: textSchema(2_000, 1),
    /** How many delays in a row of the unit over its tasks it is for. Left out: for those of this task. */
    inARow: z.int().positive().optional(),
  }),
  sample: {
    measures: ['bulletin', 'talk'],
    measure: 'talk',
    lane: '00000000-0000-4000-8000-000000000101',
    reason: '已逾期10个工作日，经提醒、催办、上报仍未完成',
  },
  grants: ENGINE,
  offered: 'never',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  edits: [],
  decide: (state, wanted, { today, askedOn = today, calendar, policy }) => {
    const { measures, measure = measures[0], lane } = wanted;
    if (measure === undefined || !measures.includes(measure)) {
      return reject('TASK.MEASURE_NOT_PROPOSED', '所选措施不在建议的范围内，请重新选择。');
    }
    const over = whyMeasureOver(state, wanted, { today, calendar, policy });
    if (over) return over;
    const grounds = groundsNow(state, wanted, { today, askedOn, calendar, policy }) ?? wanted.reason;
    return [{ type: 'measure.taken', data: { measure, unit: lane, grounds } }];
  },
});
