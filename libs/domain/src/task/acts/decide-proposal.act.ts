import { z } from 'zod';
import { type Grant, OFFICE } from '../../shared/grant';
import { type Facts, isBelow, isPractice } from '../../shared/circumstances';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { askingUnits, openProposals, TAKE_MEASURE } from '../proposals';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';
import { type Measure, measureSchema } from '../task.parts';
import { type Proposal } from '../task.state';

/** Whoever decides what one person may not do alone: the office, and the leader in charge. */
const DECIDERS: readonly Grant[] = [...OFFICE, ['leader', 'units-below']];

const WHICH = reject('TASK.PROPOSAL_NEEDED', '有多项申请待审批，请选择要审批的申请。');
const OWN = reject('TASK.OWN_PROPOSAL', '不能审批本人提出的申请，请由其他人员审批。');

const LEADERS_ONLY = reject('TASK.LEADERS_ONLY', '通报、约谈、挂牌督办由分管领导决定，请由领导审批。');
const WHICH_MEASURE = reject('TASK.MEASURE_NEEDED', '请从建议的措施中选择一项（如通报或约谈）。');

const OTHER_LEADER = reject('TASK.OTHER_LEADER', '该建议已报指定的分管领导决定，请由该领导审批。');
const OTHER_BRANCH = reject('TASK.OTHER_BRANCH', '该申请由提出单位的分管领导或督查部门审批。');

/** The measure that was chosen of those proposed; the only one needs no choice. Null: none of them was chosen. */
function measureChosen({ data }: Pick<Proposal, 'data'>, measure: Measure | undefined): Measure | null {
  const offered = z.array(measureSchema).safeParse(data['measures']);
  const measures = offered.success ? offered.data : [];
  const chosen = measure ?? (measures.length === 1 ? measures[0] : undefined);
  return chosen !== undefined && measures.includes(chosen) ? chosen : null;
}

/** True where the decision is another leader's, who still holds the post under which it went to them. */
function isOfAnother({ leader }: Proposal, accountId: string, { staff }: Facts): boolean {
  return (
    leader !== undefined && leader.accountId !== accountId && staff.posts.some(({ postId }) => postId === leader.postId)
  );
}

/** 审批: another person approves what was asked for, or refuses it. Approved, it is decided once more on the task as it stands. */
export const decideProposal = taskAct({
  type: 'task.decide-proposal',
  word: '审批',
  command: z.strictObject({
    /** Left out: the only one that is open. */
    proposalId: idSchema.optional(),
    result: z.enum(['approved', 'refused']),
    /** A refusal says why. */
    reason: freeTextSchema(2_000, 0).default(''),
    /** Of several measures that are proposed (通报, 约谈) the one that is decided on. */
    measure: measureSchema.optional(),
    ...formFields,
  }),
  sample: { result: 'approved' },
  grants: DECIDERS,
  offered: 'leading',
  from: ON_ACCOUNT,
  to: ['same', 'asked-for'],
  withdrawable: false,
  // What is approved is what stood beside the request.
  edits: ['content'],
  // In a practice ledger one person plays both. What the proposed act needs beside it is asked for with the approval.
  needs: (_data, state) =>
    state === null
      ? {}
      : {
          ledgerId: state.ledgerId,
          lineageOf: openProposals(state).flatMap((proposal) => askingUnits(state, proposal)),
          ...(openProposals(state).some(({ leader }) => leader)
            ? { staff: { ledgerId: state.ledgerId, units: [] } }
            : {}),
        },
  guard: (state, { actor, practice }) => {
    const open = openProposals(state);
    if (open.length === 0) return reject('TASK.NO_PROPOSAL', '没有待审批的申请。');
    return practice || open.some(({ by }) => by.accountId !== actor.accountId) ? null : OWN;
  },
  decide: (state, { proposalId, result, reason, measure }, { actor, facts }) => {
    const open = openProposals(state);
    if (proposalId === undefined && open.length > 1) return WHICH;
    const proposal = proposalId === undefined ? open[0] : open.find((each) => each.proposalId === proposalId);
    if (!proposal) return reject('TASK.PROPOSAL_DECIDED', '该申请已经审批或收回，不用再审批。');
    if (proposal.by.accountId === actor.accountId && !isPractice(facts)) return OWN;
    // The leader above a unit that only supports has no say in what the lead asks for.
    const above = askingUnits(state, proposal).some((unitId) => isBelow(unitId, actor.unitId, facts));
    if (actor.role === 'leader' && !above) return OTHER_BRANCH;
    if (result === 'refused' && reason === '') return reject('TASK.REASON_NEEDED', '不同意的，请写明理由。');
    const decided = { proposalId: proposal.proposalId, result, reason };
    if (proposal.act !== TAKE_MEASURE) return [{ type: 'proposal.decided', data: decided }];
    if (actor.role !== 'leader' && !isPractice(facts)) return LEADERS_ONLY;
    if (isOfAnother(proposal, actor.accountId, facts) && !isPractice(facts)) return OTHER_LEADER;
    if (result === 'refused') return [{ type: 'proposal.decided', data: decided }];
    const chosen = measureChosen(proposal, measure);
    return chosen === null ? WHICH_MEASURE : [{ type: 'proposal.decided', data: { ...decided, measure: chosen } }];
  },
});
