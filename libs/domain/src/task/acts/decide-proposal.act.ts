import { z } from 'zod';
import { type Grant, OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { decidingFault } from '../deciding';
import { OF_UNIT } from '../others-step';
import { askingUnits } from '../asking-units';
import { askingUnit, openProposals, TAKE_MEASURE } from '../proposals';
import { ON_ACCOUNT } from '../status';
import { type Asking, askingOf, taskAct } from '../task-act';
import { formFields } from '../task.form';
import { type Measure, measureSchema } from '../task.parts';
import { type Proposal, type TaskState } from '../task.state';

/** Whoever decides what one person may not do alone: the office, and the leader in charge; which of the leaders that is, `decidingFault` says. */
const DECIDERS: readonly Grant[] = [...OFFICE, ['leader', 'ledger']];

const WHICH = reject('TASK.PROPOSAL_NEEDED', '有多项申请待审批，请选择要审批的申请。');
const WHICH_MEASURE = reject('TASK.MEASURE_NEEDED', '请从建议的措施中选择一项（如通报或约谈）。');

/** The measure that was chosen of those proposed; the only one needs no choice. Null: none of them was chosen. */
function measureChosen({ data }: Pick<Proposal, 'data'>, measure: Measure | undefined): Measure | null {
  const offered = z.array(measureSchema).safeParse(data['measures']);
  const measures = offered.success ? offered.data : [];
  const chosen = measure ?? (measures.length === 1 ? measures[0] : undefined);
  return chosen !== undefined && measures.includes(chosen) ? chosen : null;
}

/** Who decides what a unit asks for, and by when; null where nothing of it waits. */
function decidersOf(state: TaskState, unitId: string | null): string | null {
  const own = openProposals(state).find((proposal) => askingUnit(proposal) === unitId);
  return own === undefined ? null : `${own.on} 提出的申请由督查部门或分管领导审批，应于 ${own.decideBy} 前答复。`;
}

/** Why nothing of what waits is a person's to decide: of several reasons that of the first. */
function nothingToDecide(state: TaskState, asking: Asking): Rejection | null {
  const faults = openProposals(state).map((proposal) => decidingFault(state, proposal, asking));
  const [first] = faults;
  if (first === undefined) return reject('TASK.NO_PROPOSAL', '没有待审批的申请。');
  return faults.includes(null) ? null : first;
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
          ownPosts: true,
          lineageOf: openProposals(state).flatMap((proposal) => askingUnits(state, proposal)),
          // To whom it went by name, and whose it is where it is another leader's.
          staff: { ledgerId: state.ledgerId, units: [] },
        },
  othersStep: (state, { role, unitId }) => (OF_UNIT.includes(role) ? decidersOf(state, unitId) : null),
  guard: nothingToDecide,
  decide: (state, { proposalId, result, reason, measure }, circumstances) => {
    const open = openProposals(state);
    if (proposalId === undefined && open.length > 1) return WHICH;
    const proposal = proposalId === undefined ? open[0] : open.find((each) => each.proposalId === proposalId);
    if (!proposal) return reject('TASK.PROPOSAL_DECIDED', '该申请已经审批或收回，不用再审批。');
    const fault = decidingFault(state, proposal, askingOf(circumstances));
    if (fault) return fault;
    if (result === 'refused' && reason === '') return reject('TASK.REASON_NEEDED', '不同意的，请写明理由。');
    const decided = { proposalId: proposal.proposalId, result, reason };
    if (proposal.act !== TAKE_MEASURE) return [{ type: 'proposal.decided', data: decided }];
    if (result === 'refused') return [{ type: 'proposal.decided', data: decided }];
    const chosen = measureChosen(proposal, measure);
    return chosen === null ? WHICH_MEASURE : [{ type: 'proposal.decided', data: { ...decided, measure: chosen } }];
  },
});
