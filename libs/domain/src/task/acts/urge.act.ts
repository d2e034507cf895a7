import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { urgedTodayFault } from '../checks';
import { reject, type Rejection } from '../../shared/rejection';
import { workingLeads } from '../lanes';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { type TaskState } from '../task.state';

/** 催办 by hand, beside the reminders that climb by themselves: the office asks the leads once more that have not asked for closure. */
export const urge = taskAct({
  type: 'task.urge',
  word: '催办',
  command: z.strictObject({ message: freeTextSchema(2_000, 0).default(''), ...stepFields }),
  sample: { message: '请尽快报送进展' },
  grants: OFFICE,
  offered: 'side',
  from: RUNNING,
  to: ['same'],
  withdrawable: false,
  edits: ['steps'],
  othersStep: (state, { role }) =>
    role === 'leader' && nobodyToUrge(state) === null ? '催办由督查部门办理，您可以直接批示责任单位。' : null,
  guard: (state, asking) => nobodyToUrge(state) ?? urgedTodayFault(state, asking),
  decide: (state, { message, occurredOn }, { today }) => {
    const lanes = workingLeads(state).map(({ unitId }) => unitId);
    return [{ type: 'task.urged', data: { lanes, message, on: occurredOn ?? today } }];
  },
});

function nobodyToUrge(state: TaskState): Rejection | null {
  return workingLeads(state).length > 0
    ? null
    : reject('TASK.NOBODY_TO_URGE', '牵头单位已退件或已申请销号，没有可以催办的单位。');
}
