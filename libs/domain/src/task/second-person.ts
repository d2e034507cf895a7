import { addWorkingDays } from '../calendar';
import { type Decision } from '../shared/act-definition';
import { type Circumstances } from '../shared/circumstances';
import { isRejection, reject } from '../shared/rejection';
import { TASK_ACTS } from './acts';
import { MOST_PROPOSALS, openProposals } from './proposals';
import { type TaskActTraits, type TaskEvent } from './task-act';
import { type TaskCommand } from './task.types';
import { type Proposal, type TaskState } from './task.state';

type Decide = (state: TaskState, command: TaskCommand, circumstances: Circumstances) => Decision<TaskEvent>;

const ACTS = new Map<string, (typeof TASK_ACTS)[keyof typeof TASK_ACTS] & TaskActTraits>(Object.entries(TASK_ACTS));

/**
 * A second person (两人办理): an act that one person may not do alone becomes a proposal, once it is found that it could be done. Approved
 * by another person it is decided again on the task as it stands then; where it does not fit any more it is overtaken.
 */
export function withSecondPerson(
  state: TaskState,
  command: TaskCommand,
  circumstances: Circumstances,
  decide: Decide,
): Decision<TaskEvent> {
  const decision = decide(state, command, circumstances);
  if (isRejection(decision) || decision.length === 0) return decision;
  if (command.type === 'task.decide-proposal') {
    const [decided] = decision;
    return decided?.type === 'proposal.decided' && decided.data.result === 'approved'
      ? approved(state, decided, circumstances, decide)
      : decision;
  }
  const act = ACTS.get(command.type);
  return act?.needsSecond?.(state, command.data) ? proposed(state, command, act.edits, circumstances) : decision;
}

function proposed(
  state: TaskState,
  { type, data }: TaskCommand,
  touches: TaskActTraits['edits'],
  { today, calendar, policy, newId }: Circumstances,
): Decision<TaskEvent> {
  const command = Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'seenRevision'));
  if (openProposals(state).some((open) => open.act === type && isSameMatter(open.data, command))) {
    return reject('TASK.ALREADY_PROPOSED', '同一事项已提出申请，尚未审批，请等待审批或先收回申请。');
  }
  if (state.proposals.length >= MOST_PROPOSALS) {
    return reject('TASK.TOO_MANY_PROPOSALS', `该任务提出的申请已达${MOST_PROPOSALS}次，请联系督查部门办理。`);
  }
  const made = {
    proposalId: newId,
    act: type,
    data: command,
    basis: { revision: state.revision, touches: [...touches] },
    decideBy: addWorkingDays(today, policy.clocks.decide, calendar),
    grounds: 'reason' in data ? data.reason : '',
  };
  return [{ type: 'proposal.made', data: made }];
}

/** The same act is asked for once at a time; more time once for each limit or period. */
function isSameMatter(one: Proposal['data'], other: Proposal['data']): boolean {
  return one['limitId'] === other['limitId'] && (one['period'] ?? null) === (other['period'] ?? null);
}

/** The proposer asks, the second person approves: both stand in the moves of days. */
function approved(
  state: TaskState,
  approval: Extract<TaskEvent, { type: 'proposal.decided' }>,
  circumstances: Circumstances,
  decide: Decide,
): Decision<TaskEvent> {
  const { proposalId } = approval.data;
  const overtaken = (reason: string): Decision<TaskEvent> => [
    { type: 'proposal.decided', data: { proposalId, result: 'overtaken', reason } },
  ];
  const proposal = state.proposals.find((each) => each.proposalId === proposalId);
  const act = proposal && ACTS.get(proposal.act);
  if (!act) return overtaken('');
  const { data, by } = proposal;
  const events = decide(state, act.step(null, data).command, { ...circumstances, actor: by });
  if (isRejection(events)) return overtaken(events.message);
  const both = { askedBy: by, approvedBy: circumstances.actor };
  return [
    approval,
    ...events.map((event) => (event.type === 'limit.moved' ? { ...event, data: { ...event.data, ...both } } : event)),
  ];
}
