import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

/** 作废: an entry that should not have been made. */
export const voidTask = taskAct({
  type: 'task.void',
  word: '作废',
  command: z.strictObject({ reason: freeTextSchema(2_000, 1), ...formFields }),
  sample: { reason: '重复录入' },
  grants: OFFICE,
  offered: 'final',
  from: ['draft', ...ON_ACCOUNT],
  to: ['voided'],
  withdrawable: false,
  edits: ['steps'],
  decide: (_state, { reason }, { today }) => [{ type: 'task.voided', data: { reason, on: today } }],
});
