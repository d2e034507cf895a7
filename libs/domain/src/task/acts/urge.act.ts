import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { urgedTodayFault } from '../checks';
import { unclaimedLeads } from '../lanes';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';

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
  guard: urgedTodayFault,
  decide: (state, { message, occurredOn }, { today }) => {
    const lanes = unclaimedLeads(state).map(({ unitId }) => unitId);
    return [{ type: 'task.urged', data: { lanes, message, on: occurredOn ?? today } }];
  },
});
