import { z } from 'zod';
import { type Grant, OFFICE, OWN_UNIT } from '../../shared/grant';
import { addWorkingDays, type Day, dayInShanghai } from '../../calendar';
import { reject, type Rejection } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { laneOf } from '../lanes';
import { askingUnit, openProposals } from '../proposals';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';
import { stepOf } from '../steps';

/** Everybody who takes steps that can be taken back. */
const STEP_TAKERS: readonly Grant[] = [
  ...OFFICE,
  ...OWN_UNIT,
  ['verifier', 'ledger'],
  ['closer', 'ledger'],
  ['leader', 'units-below'],
];

/** Working days: what has stood for longer is relied on by others. */
const WITHDRAWABLE_FOR = 5;
/** It names the day of the step: somebody had just done something else, which cannot be taken back, and took it for that. */
function tooLate(day: Day): Rejection {
  return reject(
    'TASK.WITHDRAW_TOO_LATE',
    `本人可撤回的上一步于 ${day} 办理，已超过${WITHDRAWABLE_FOR}个工作日，不能再撤回，如有错误请由督查员更正。`,
  );
}

/** A unit that had never accepted would have held back the rungs of its days. */
const REQUEST_WAITS = reject('TASK.REQUEST_WAITS', '本单位的申请尚未审批，请先收回该申请，再撤回签收。');
const OVERTAKEN = reject('TASK.CHANGED_SINCE', '您打开表单后办理情况已有变化，请核对变化后再撤回。');
/** Of one account in a task. Each withdrawal reads the whole history again, so that very many would stop the program. */
const MOST_WITHDRAWALS = 100;
const TOO_MANY = reject(
  'TASK.TOO_MANY_WITHDRAWALS',
  `您在该任务已撤回${MOST_WITHDRAWALS}次，不能再撤回，如有错误请联系督查部门更正。`,
);

/** 撤回: whoever took the last step of a lane or of the task takes it back, until somebody else acts on it. */
export const withdraw = taskAct({
  type: 'task.withdraw',
  word: '撤回',
  command: z.strictObject({
    /** The command that is taken back, as the page showed it; left out, the last step of one's own. */
    commandId: idSchema.optional(),
    ...formFields,
  }),
  sample: {},
  grants: STEP_TAKERS,
  offered: 'side',
  from: ON_ACCOUNT,
  to: ['back'],
  withdrawable: false,
  edits: ['steps'],
  inLane: (state, { accountId }) => laneOf(state, stepOf(state, accountId)?.lane ?? null),
  guard: (state, { actor, today, calendar }) => {
    if (state.lastSteps.length === 0) {
      return reject('TASK.NOTHING_TO_WITHDRAW', '没有可以撤回的步骤：后续人员已经办理，或该步骤不能撤回。');
    }
    const step = stepOf(state, actor.accountId);
    if (step === null) {
      return reject('TASK.NOT_YOUR_STEP', '没有本人可以撤回的步骤：最近的步骤由他人办理，或他人已接着办理。');
    }
    const { times = 0 } = state.takenBack.find(({ accountId }) => accountId === actor.accountId) ?? {};
    if (times >= MOST_WITHDRAWALS) return TOO_MANY;
    if (step.accepts && openProposals(state).some((open) => askingUnit(open) === step.lane)) {
      return REQUEST_WAITS;
    }
    const on = dayInShanghai(step.at);
    return today > addWorkingDays(on, WITHDRAWABLE_FOR, calendar) ? tooLate(on) : null;
  },
  decide: (state, { commandId }, { actor }) => {
    const step = stepOf(state, actor.accountId);
    if (commandId !== undefined && step?.commandId !== commandId) return OVERTAKEN;
    return step === null ? [] : [{ type: 'task.withdrawn', data: { commandId: step.commandId, step: step.act } }];
  },
});
