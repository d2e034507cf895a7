import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { childrenFault, endTakesTwo, toldOfEnd } from '../children';
import { askedForWhole } from '../proposals';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

/** 作废: an entry that should not have been made. Once a unit has taken it on, or a part of it is done, it takes a second person's consent. */
export const voidTask = taskAct({
  type: 'task.void',
  word: '作废',
  command: z.strictObject({ reason: freeTextSchema(2_000, 1), ...formFields }),
  sample: { reason: '重复录入' },
  grants: OFFICE,
  offered: 'final',
  from: ['draft', ...ON_ACCOUNT],
  to: ['voided', 'same'],
  withdrawable: false,
  edits: ['steps'],
  needsSecond: endTakesTwo,
  asked: (state) => (endTakesTwo(state) ? askedForWhole(state, 'task.void') : null),
  guard: childrenFault,
  decide: (state, { reason }, { today }) => [{ type: 'task.voided', data: { reason, on: today, ...toldOfEnd(state) } }],
});
