import { z } from 'zod';
import { daySchema } from '../../calendar';
import { takesSecond } from '../../policy';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { workingFault } from '../checks';
import { tooFarFault } from '../far-days';
import { laneOf } from '../lanes';
import { OF_UNIT } from '../others-step';
import { askedForWhole } from '../proposals';
import { goneOn } from '../standing-still';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { authorityInput, formFields } from '../task.form';

/**
 * 缓办: the clocks of a task stand still until a day, on somebody's authority and, unless the policy leaves it to one, with a second
 * person's consent. They stand still from the day on which it was asked for: how long the decision takes is no unit's loss. Approved when
 * its last day is over, it moves what is open by the days that were asked for, and the task goes on at once. No other day may be stated: a
 * day before the request took away periods that everybody could have kept. A mistaken one is undone by resuming, which on the same day
 * moves nothing.
 */
export const suspend = taskAct({
  type: 'task.suspend',
  word: '缓办',
  command: z.strictObject({
    until: daySchema,
    reason: freeTextSchema(2_000, 1),
    authority: authorityInput,
    ...formFields,
  }),
  sample: {
    until: '2025-06-02',
    reason: '等待省级系统上线',
    authority: { kind: 'meeting', reference: '市政府第102次常务会议' },
  },
  grants: OFFICE,
  offered: 'side',
  from: RUNNING,
  // Asked for by one person, done by the decision of another.
  to: ['same', 'suspended'],
  withdrawable: false,
  edits: ['steps'],
  needsSecond: () => true,
  othersStep: (state, { role, unitId }) =>
    OF_UNIT.includes(role) && workingFault(laneOf(state, unitId)) === null
      ? '缓办由督查部门办理，需要缓办的请与督查部门联系；只需推迟时限的，可以申请延期。'
      : null,
  asked: (state, { policy }) => (takesSecond(policy, 'task.suspend') ? askedForWhole(state, 'task.suspend') : null),
  decide: (state, { until, reason, authority }, { today, askedOn = today, calendar }) => {
    if (until <= askedOn) return IN_PAST;
    const far = tooFarFault('suspension', [until], askedOn);
    if (far) return far;
    const data = { until, reason, authority, on: askedOn };
    const over = until <= today ? goneOn(state, data, { on: until, by: 'person' }, calendar) : [];
    return [{ type: 'task.suspended', data }, ...over];
  },
});

const IN_PAST = reject('TASK.RESUMES_IN_PAST', '恢复办理的日期须晚于今天，请重新填写。');
