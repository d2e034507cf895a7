import { z } from 'zod';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { tooManyOwedFault } from '../checks';
import { childrenFault, toldOfEnd } from '../children';
import { owedFault, targetsFault } from '../closing-conditions';
import { unfinished } from '../obligations';
import { closersStep } from '../others-step';
import { judgedContent, seenIn } from '../seen';
import { closerFault } from '../separation';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { outcomeSchema } from '../task.parts';

/** The refusal of a closing for which no number is reserved yet. */
export const NO_CLOSING_NUMBER = reject('TASK.NO_CLOSING_NUMBER', '没有预留销号文号，请重新提交销号。');

/** 销号: a named person signs. The engine reserves the closing number before, so that the series has no gap. */
export const close = taskAct({
  type: 'task.close',
  word: '销号',
  command: z.strictObject({
    outcome: outcomeSchema,
    statement: freeTextSchema(4_000, 1),
    /** Why the task is closed although something is still owed: asked for then, so that nothing owed is closed unseen. */
    owedReason: freeTextSchema(2_000, 1).optional(),
    ...stepFields,
  }),
  sample: { outcome: 'rectified', statement: '同意销号' },
  grants: [['closer', 'ledger']],
  offered: 'leading',
  from: ['verified'],
  to: ['closed'],
  withdrawable: false,
  edits: ['content', 'steps'],
  othersStep: closersStep,
  guard: (state, asking) => closerFault(state, asking) ?? childrenFault(state),
  needs: (_data, state, taskId) =>
    state === null
      ? {}
      : {
          ledgerId: state.ledgerId,
          ownPosts: true,
          numberFor: { ledgerId: state.ledgerId, taskId },
          seen: judgedContent(state),
        },
  decide: (state, { outcome, statement, owedReason }, { today, actor, facts, policy }) => {
    const owed = [...unfinished(state, today)];
    const condition = owedFault(owed, policy) ?? targetsFault(state, outcome, policy);
    if (condition) return condition;
    const tooMany = tooManyOwedFault(owed, '请退回整改，责任单位补报后再销号。');
    if (tooMany) return tooMany;
    if (owed.length > 0 && owedReason === undefined) return stillOwed(owed.length);
    // Asked before a number is reserved, so that none is reserved in vain: then this is all that is missing.
    if (facts.reserved === null) return NO_CLOSING_NUMBER;
    const { number, on } = facts.reserved;
    const closedBy = { accountId: actor.accountId, name: actor.name };
    const saw = seenIn(state, facts);
    const data = { number, outcome, statement, owed, saw, on, closedBy, ...toldOfEnd(state) };
    return [{ type: 'task.closed', data: owed.length === 0 ? data : { ...data, owedReason } }];
  },
});

function stillOwed(count: number): Rejection {
  return reject(
    'TASK.STILL_OWED',
    `还有${count}项时限或期次未完成，请逐项核对：确可销号的写明理由，否则请退回整改，由责任单位补报。`,
  );
}
