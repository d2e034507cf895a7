import { z } from 'zod';
import { MOST_RULE_NAMES } from '../../policy';
import { freeTextSchema } from '../../shared/private-data';
import { acceptanceFault } from '../acceptance';
import { childrenFault } from '../children';
import { checkersStep } from '../others-step';
import { judgedContent, seenIn } from '../seen';
import { checkerFault } from '../separation';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { distinct, metCriterionSchema } from '../task.parts';

const confirmedInput = metCriterionSchema.extend({ note: freeTextSchema(1_000, 0).default('') });

/** 核验通过: the conclusion in words, and each criterion of the check confirmed. */
export const verify = taskAct({
  type: 'task.verify',
  word: '核验通过',
  command: z.strictObject({
    conclusion: freeTextSchema(4_000, 1),
    /** Every criterion of the check (验收标准), confirmed one by one. */
    acceptance: z
      .array(confirmedInput)
      .max(MOST_RULE_NAMES)
      .refine(distinct('criterion'), 'TASK.CRITERION_TWICE')
      .default([]),
    ...stepFields,
  }),
  sample: { conclusion: '经核查资料属实' },
  grants: [['verifier', 'ledger']],
  offered: 'leading',
  from: ['closure-requested'],
  to: ['verified'],
  withdrawable: true,
  edits: ['content', 'steps'],
  othersStep: checkersStep,
  // A child may have been reopened since its parent asked.
  guard: (state, asking) => checkerFault(state, asking) ?? childrenFault(state),
  needs: (_data, state) =>
    state === null ? {} : { ledgerId: state.ledgerId, ownPosts: true, seen: judgedContent(state) },
  decide: (state, { occurredOn, conclusion, acceptance }, { today, facts }) => {
    const on = occurredOn ?? today;
    return (
      acceptanceFault(state, acceptance) ?? [
        { type: 'check.passed', data: { level: 1, on, conclusion, acceptance, saw: seenIn(state, facts) } },
      ]
    );
  },
});
