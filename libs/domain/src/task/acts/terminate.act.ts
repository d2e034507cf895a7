import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { childrenFault, endTakesTwo, toldOfEnd } from '../children';
import { askedForWhole } from '../proposals';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { authorityInput, formFields } from '../task.form';

/** 终止: the task ends before it is done, on somebody's authority. Once a unit has taken it on, or a part of it is done, it takes a second person's consent. */
export const terminate = taskAct({
  type: 'task.terminate',
  word: '终止',
  command: z.strictObject({ reason: freeTextSchema(2_000, 1), authority: authorityInput, ...formFields }),
  sample: { reason: '政策调整', authority: { kind: 'meeting', reference: '市政府第102次常务会议' } },
  grants: OFFICE,
  offered: 'final',
  from: ON_ACCOUNT,
  to: ['terminated', 'same'],
  withdrawable: false,
  edits: ['steps'],
  needsSecond: endTakesTwo,
  asked: (state) => (endTakesTwo(state) ? askedForWhole(state, 'task.terminate') : null),
  guard: childrenFault,
  decide: (state, { reason, authority }, { today }) => [
    { type: 'task.terminated', data: { reason, authority, on: today, ...toldOfEnd(state) } },
  ],
});
