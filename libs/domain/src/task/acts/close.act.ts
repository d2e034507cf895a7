import { z } from 'zod';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { closerFault, tooManyOwedFault } from '../checks';
import { openObligations } from '../obligations';
import { judgedContent, seenIn } from '../seen';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { outcomeSchema } from '../task.parts';

/** The refusal of a closing for which no number is reserved yet. */
export const NO_CLOSING_NUMBER = reject('TASK.NO_CLOSING_NUMBER', '没有预留销号文号，请重新提交销号。');

/** 销号: a named person signs. The engine reserves the closing number before, so that the series has no gap. */
export const close = taskAct({
  type: 'task.close',
  word: '销号',
  command: z.strictObject({ outcome: outcomeSchema, statement: freeTextSchema(4_000, 1), ...stepFields }),
  sample: { outcome: 'rectified', statement: '同意销号' },
  grants: [['closer', 'ledger']],
  offered: 'leading',
  from: ['verified'],
  to: ['closed'],
  withdrawable: false,
  edits: ['steps'],
  guard: closerFault,
  needs: (_data, state, taskId) =>
    state === null
      ? {}
      : { ledgerId: state.ledgerId, numberFor: { ledgerId: state.ledgerId, taskId }, seen: judgedContent(state) },
  decide: (state, { outcome, statement }, { today, actor, facts }) => {
    const owed = openObligations(state, today).map(({ lane, limitId, period }) => ({ lane, limitId, period }));
    const tooMany = tooManyOwedFault(owed, '请先更正时限，或退回整改，再销号。');
    if (tooMany) return tooMany;
    // Asked before a number is reserved, so that none is reserved in vain: then this is all that is missing.
    if (facts.reserved === null) return NO_CLOSING_NUMBER;
    const { number, on } = facts.reserved;
    const closedBy = { accountId: actor.accountId, name: actor.name };
    return [
      { type: 'task.closed', data: { number, outcome, statement, owed, saw: seenIn(state, facts), on, closedBy } },
    ];
  },
});
