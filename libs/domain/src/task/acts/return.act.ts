import { z } from 'zod';
import { MOST_RULE_NAMES, ruleNameSchema } from '../../policy';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { eachOnce, idSchema } from '../../shared/schema';
import { criteriaFault } from '../acceptance';
import { leadLanes } from '../lanes';
import { sendersStep } from '../others-step';
import { newLimitInput, openAgain, reopenedInput, returnedLanes, returnedLimits, sentBack } from '../reopening';
import { checkerFault, closerFault } from '../separation';
import { type Asking, taskAct, type TaskEvent } from '../task-act';
import { stepFields } from '../task.form';
import { MAX_LIMITS } from '../task.parts';
import { type TaskState } from '../task.state';

/** Each may move by an event of its own, and the log takes 512 events of one command. */
const MAX_REOPENED = 400;

function eachNamedOnce(parts: readonly z.output<typeof reopenedInput>[]): boolean {
  return new Set(parts.map(({ limitId, period }) => `${limitId} ${period ?? ''}`)).size === parts.length;
}

const NOT_CHECKED = reject('TASK.STEP_NOT_OPEN', '任务尚未核验通过，销号人在核验通过后才能退回。');

/** A verifier sends back what is under check; whoever closes, what a verifier has passed. */
function senderFault(state: TaskState, asking: Asking): Rejection | null {
  if (!isCloser(asking.actor)) return checkerFault(state, asking);
  return state.status === 'verified' ? closerFault(state, asking) : NOT_CHECKED;
}

function isCloser({ role }: Pick<Asking['actor'], 'role'>): boolean {
  return role === 'closer';
}

/** 退回: what is missing, what is open again, and until when. */
export const returnTask = taskAct({
  type: 'task.return',
  word: '退回',
  command: z.strictObject({
    missing: freeTextSchema(4_000, 1),
    /** The criteria of the check (验收标准) that are not met, where it has some. */
    unmet: z.array(ruleNameSchema).max(MOST_RULE_NAMES).refine(eachOnce, 'TASK.CRITERION_TWICE').default([]),
    /** The units that it goes back to; left out, every lead for which something is open, and supporting units that have asked for closure or done what is named. */
    to: z.array(idSchema).min(1).max(120).optional(),
    /** What is open again; left out, everything that the units have done since they last got the task, each on the day that it had. */
    reopened: z.array(reopenedInput).max(MAX_REOPENED).refine(eachNamedOnce, 'TASK.LIMIT_TWICE').optional(),
    /** What the return asks for in addition. */
    newLimits: z.array(newLimitInput).max(MAX_LIMITS).default([]),
    ...stepFields,
  }),
  sample: { missing: '缺少验收报告' },
  grants: [
    ['verifier', 'ledger'],
    ['closer', 'ledger'],
  ],
  offered: 'side',
  from: ['closure-requested', 'verified'],
  to: ['returned'],
  withdrawable: true,
  edits: ['content', 'steps'],
  othersStep: sendersStep,
  guard: senderFault,
  needs: (_data, state) => (state === null ? {} : { ledgerId: state.ledgerId, ownPosts: true }),
  decide: (state, { occurredOn, missing, unmet, to, reopened, newLimits }, { now, today, actor }) => {
    const unknown = criteriaFault(state, unmet);
    if (unknown) return unknown;
    const lanes = returnedLanes(state, to, reopened);
    if ('rejected' in lanes) return lanes;
    const added = returnedLimits(state, newLimits, today);
    if ('rejected' in added) return added;
    const again = openAgain(state, reopened, { now, today, added, lanes });
    if ('rejected' in again) return again;
    const back = sentBack(lanes, again.open, to);
    if ('rejected' in back) return back;
    // What is asked of one of several leads is owed by that one alone.
    const owedBy = to === undefined ? [] : leadLanes({ lanes }).map(({ unitId }) => unitId);
    const returned: TaskEvent = {
      type: 'check.returned',
      data: {
        level: isCloser(actor) ? null : 1,
        on: occurredOn ?? today,
        missing,
        unmet,
        to: back.map(({ unitId }) => unitId),
        open: [...again.open],
      },
    };
    return [
      ...added.map((limit): TaskEvent => ({ type: 'limit.added', data: { limit, owedBy, reason: missing } })),
      returned,
      ...again.moves,
    ];
  },
});
