import { z } from 'zod';
import { type Grant, OFFICE, OWN_UNIT } from '../../shared/grant';
import { addWorkingDays, dayInShanghai } from '../../calendar';
import { reject } from '../../shared/rejection';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

/** Everybody who takes steps that can be taken back. */
const STEP_TAKERS: readonly Grant[] = [...OFFICE, ...OWN_UNIT, ['verifier', 'ledger']];

/** Working days: what has stood for longer is relied on by others. */
const WITHDRAWABLE_FOR = 5;
const TOO_LATE = reject(
  'TASK.WITHDRAW_TOO_LATE',
  `办理已超过${WITHDRAWABLE_FOR}个工作日，不能再撤回，如有错误请联系督查部门更正。`,
);

/** 撤回: whoever took the last step takes it back, until the next person acts. */
export const withdraw = taskAct({
  type: 'task.withdraw',
  word: '撤回',
  command: z.strictObject(formFields),
  sample: {},
  grants: STEP_TAKERS,
  offered: 'side',
  from: ON_ACCOUNT,
  to: ['back'],
  withdrawable: false,
  edits: ['steps'],
  guard: ({ undo }, { actor, today, calendar }) => {
    if (undo === null) {
      return reject('TASK.NOTHING_TO_WITHDRAW', '没有可以撤回的步骤：后续人员已经办理，或该步骤不能撤回。');
    }
    if (undo.accountId !== actor.accountId) {
      return reject('TASK.NOT_YOUR_STEP', '只能撤回自己办理的步骤，请联系办理人员撤回。');
    }
    return today > addWorkingDays(dayInShanghai(undo.at), WITHDRAWABLE_FOR, calendar) ? TOO_LATE : null;
  },
  decide: ({ undo }) =>
    undo === null ? [] : [{ type: 'task.withdrawn', data: { commandId: undo.commandId, step: undo.act } }],
});
