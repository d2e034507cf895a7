import { z } from 'zod';
import { freeTextSchema } from '../../shared/private-data';
import { childrenFault } from '../children';
import { judgedContent, seenIn } from '../seen';
import { checkerFault } from '../separation';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';

/** 核验通过. */
export const verify = taskAct({
  type: 'task.verify',
  word: '核验通过',
  command: z.strictObject({ conclusion: freeTextSchema(4_000, 1), ...stepFields }),
  sample: { conclusion: '经核查资料属实' },
  grants: [['verifier', 'ledger']],
  offered: 'leading',
  from: ['closure-requested'],
  to: ['verified'],
  withdrawable: true,
  edits: ['content', 'steps'],
  // A child may have been reopened since its parent asked.
  guard: (state, asking) => checkerFault(state, asking) ?? childrenFault(state),
  needs: (_data, state) =>
    state === null ? {} : { ledgerId: state.ledgerId, ownPosts: true, seen: judgedContent(state) },
  decide: (state, { occurredOn, conclusion }, { today, facts }) => [
    { type: 'check.passed', data: { level: 1, on: occurredOn ?? today, conclusion, saw: seenIn(state, facts) } },
  ],
});
