import { addWorkingDays, type Day, instantText } from '../calendar';
import { takesSecond } from '../policy';
import { type Decision } from '../shared/act-definition';
import { type Dispatch, type DispatchRules } from '../shared/aggregate';
import { type Circumstances, type Needs } from '../shared/circumstances';
import { isRejection, reject, type Rejection } from '../shared/rejection';
import { TASK_ACTS } from './acts';
import { type Looking, whyMeasureOver } from './measures';
import { dueOf } from './obligations';
import { ALREADY_PROPOSED, askedOn, askingUnit, measureProposed, MOST_PROPOSALS, openProposals } from './proposals';
import { type TaskActTraits, type TaskEvent } from './task-act';
import { type TaskCommand } from './task.types';
import { type Move, type Proposal, type TaskState } from './task.state';

type Approving = Extract<TaskCommand, { type: 'task.decide-proposal' }>;
type Rules = DispatchRules<TaskState, TaskCommand, TaskEvent>;
type Decide = Rules['decide'];

const ACTS = new Map<string, (typeof TASK_ACTS)[keyof typeof TASK_ACTS] & TaskActTraits>(Object.entries(TASK_ACTS));

/**
 * A second person (两人办理): an act that one person may not do alone becomes a proposal, once it is found that it could be done; which
 * acts these are the policy of the task says. Approved
 * by another person it is decided again on the task as it stands then; where it does not fit any more it is overtaken. The end of a task
 * overtakes whatever is still open.
 */
export const SECOND_PERSON: Dispatch<TaskState, TaskCommand, TaskEvent> = {
  decide: (state, command, circumstances, rules) => {
    const decision = dispatched(state, command, circumstances, rules.decide);
    if (isRejection(decision)) return decision;
    const after = () => stateAfter(state, command, decision, circumstances, rules);
    return withOvertaken(state, decision, after, circumstances);
  },
  // The approval finds out what the act itself would have asked for: units that a correction names, say.
  needs: (state, command, needs) => {
    const proposed = command.type === 'task.decide-proposal' && state !== null && commandAskedFor(state, command);
    return proposed ? bothNeeds(needs(proposed), needs(command)) : needs(command);
  },
};

/** What two acts need: their lists together. Of what is asked for once, both name the same. */
function bothNeeds(one: Needs, other: Needs): Needs {
  const both = (name: 'units' | 'lineageOf' | 'files') => [...(one[name] ?? []), ...(other[name] ?? [])];
  return { ...one, ...other, units: both('units'), lineageOf: both('lineageOf'), files: both('files') };
}

function dispatched(
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
  if (!act?.needsSecond?.(state, decision, circumstances.today)) return decision;
  const type = act.recordsFor ?? command.type;
  return takesSecond(circumstances.policy, type)
    ? proposed(state, command, { act: type, touches: act.edits, moves: daysMoved(decision) }, circumstances)
    : withPeople(decision, { askedBy: circumstances.actor });
}

/**
 * Moves of days, and units that come, with those who stand for them: who asked and who approved; where the policy leaves the act to one
 * person, that one alone.
 * @param askedFor the unit on whose word the office asked for a day
 */
function withPeople(
  events: readonly TaskEvent[],
  people: Pick<Move, 'askedBy' | 'approvedBy'>,
  askedFor?: string,
): readonly TaskEvent[] {
  const unit = askedFor === undefined ? {} : { askedFor };
  return events.map((event): TaskEvent => {
    switch (event.type) {
      case 'limit.moved':
        return { ...event, data: { ...event.data, ...people, ...unit } };
      case 'lanes.changed':
        return { ...event, data: { ...event.data, ...people } };
      default:
        return event;
    }
  });
}

function proposed(
  state: TaskState,
  { data }: TaskCommand,
  {
    act,
    touches,
    moves,
  }: { readonly act: string; readonly touches: TaskActTraits['edits']; readonly moves: Proposal['moves'] },
  { today, calendar, policy, newId, actor }: Circumstances,
): Decision<TaskEvent> {
  // What a unit asks for through the office is the unit's own act; on what word stands beside it.
  const command = Object.fromEntries(Object.entries(data).filter(([name]) => !BESIDE_ACT.includes(name)));
  const word = 'onBehalf' in data && 'unitId' in data.onBehalf ? { onBehalf: data.onBehalf } : {};
  const unitId = askingUnit({ by: actor, ...word });
  const ofUnit = openProposals(state).filter((open) => open.act === act && askingUnit(open) === unitId);
  if (ofUnit.some((open) => isSameMatter(open.moves, moves))) {
    return ALREADY_PROPOSED;
  }
  // Of one person: whoever asks again and again keeps nobody else from it.
  if (state.proposals.filter(({ by }) => by.accountId === actor.accountId).length >= MOST_PROPOSALS) {
    return reject(
      'TASK.TOO_MANY_PROPOSALS',
      `您对该任务提出的申请已达${MOST_PROPOSALS}次，不能再提，请由其他人员提出。`,
    );
  }
  const asked = word.onBehalf?.saidOn ?? today;
  const made = {
    proposalId: newId(),
    act,
    data: command,
    basis: { revision: state.revision, touches: [...touches], moves: [...moves], late: isLate(state, moves, asked) },
    decideBy: addWorkingDays(today, policy.clocks.decide, calendar),
    grounds: 'reason' in data ? data.reason : '',
    ...word,
  };
  return [{ type: 'proposal.made', data: made }];
}

/** The limits, or periods of them, of which events set or move the day, or take it away. */
function daysMoved(events: readonly TaskEvent[]): Proposal['moves'] {
  return events.flatMap((event) => {
    if (event.type === 'limit.added') return [{ limitId: event.data.limit.limitId, period: null }];
    if (event.type === 'limit.moved') return [{ limitId: event.data.limitId, period: event.data.period }];
    return event.type === 'limit.removed' ? [{ limitId: event.data.limitId, period: null }] : [];
  });
}

/** Parts of a form that are none of the act's own. */
const BESIDE_ACT = ['seenRevision', 'onBehalf'];

/** True when a day to be moved was over on the day on which it was asked for; while a task is suspended no day goes by. */
function isLate({ suspension, ...state }: TaskState, moves: Proposal['moves'], asked: Day): boolean {
  const now = suspension && suspension.on < asked ? suspension.on : asked;
  return moves.some((part) => (dueOf(state, part) ?? now) < now);
}

/** The same act is asked for once at a time by one unit; where it moves days, once for each of them. */
function isSameMatter(one: Proposal['moves'], other: Proposal['moves']): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.some(({ limitId, period }) => other.some((each) => each.limitId === limitId && each.period === period));
}

/** The proposer asks, the second person approves: both stand in the moves of days. */
function approved(
  state: TaskState,
  approval: Extract<TaskEvent, { type: 'proposal.decided' }>,
  circumstances: Circumstances,
  decide: Decide,
): Decision<TaskEvent> {
  const { proposalId } = approval.data;
  const proposal = state.proposals.find((each) => each.proposalId === proposalId);
  const { measure } = approval.data;
  const command = proposal && commandOf(measure ? { ...proposal, data: { ...proposal.data, measure } } : proposal);
  if (!command) return [overtaken(proposalId, '')];
  const { by, onBehalf } = proposal;
  const events = decide(state, command, {
    ...circumstances,
    askedOn: askedOn(proposal),
    actor: { ...by, unitId: askingUnit(proposal) },
  });
  if (isRejection(events)) return [overtaken(proposalId, reasonOf(events))];
  return [approval, ...withPeople(events, { askedBy: by, approvedBy: circumstances.actor }, onBehalf?.unitId)];
}

/** Why it does not fit any more, in words for the record: what a form is told of being old means nothing there. */
function reasonOf({ code, message }: Rejection): string {
  return code === 'TASK.CHANGED_SINCE' ? '提出申请后，任务内容已另行更正' : message;
}

/** The command of the proposal that a decision names, or of the only one that is open. */
function commandAskedFor(state: TaskState, { data }: Approving): TaskCommand | null {
  const { proposalId } = data;
  const proposal = openProposals(state).find((each) => proposalId === undefined || each.proposalId === proposalId);
  return proposal ? commandOf(proposal) : null;
}

/** The act's own command, as it was asked for; null for an act that there is no more. */
function commandOf({ act, data, seenRevision }: Proposal): TaskCommand | null {
  // Content that was changed since is not undone by an approval of what was asked before.
  const seen = seenRevision === undefined ? {} : { seenRevision };
  return ACTS.get(act)?.step(null, { ...data, ...seen }).command ?? null;
}

const ENDS: readonly TaskEvent['type'][] = ['task.closed', 'task.voided', 'task.terminated'];

/** The task as it will be once what a command leads to is written. Ids of the record count for none of the rules. */
function stateAfter(
  state: TaskState,
  { type: act }: TaskCommand,
  events: readonly TaskEvent[],
  { now, actor }: Circumstances,
  { evolve }: Rules,
): TaskState {
  const ids = { commandId: '', commandHash: '', correlationId: '', causationId: null };
  const metadata = { ...ids, act, actor, recordedAt: instantText(now) };
  return events.reduce(
    (after, event) => evolve(after, event, { eventId: '', revision: after.revision + 1, metadata }),
    state,
  );
}

/**
 * What is still open when a task ends is decided by its end; a request to suspend by a suspension that one person could order under rules
 * that moved meanwhile; a request for a day by whatever moves its limit as far, or removes it: it would hold back the rungs of the new
 * day without end; and a measure by the step that ends the delay which it is about: leaders had been urged to decide about units that had
 * done their part.
 */
function withOvertaken(
  state: TaskState,
  events: readonly TaskEvent[],
  stateAfterwards: () => TaskState,
  looking: Looking,
): Decision<TaskEvent> {
  const open = openProposals(state);
  // So it is for nearly every command.
  if (open.length === 0 || events.length === 0) return events;
  const decided = new Set(
    events.flatMap((event) => (event.type === 'proposal.decided' ? [event.data.proposalId] : [])),
  );
  const left = open.filter(({ proposalId }) => !decided.has(proposalId));
  if (events.some(({ type }) => ENDS.includes(type))) {
    return [...left.map(({ proposalId }) => overtaken(proposalId, '任务已结束')), ...events];
  }
  const suspends = events.some(({ type }) => type === 'task.suspended');
  const after = stateAfterwards();
  const over = left.flatMap((proposal): readonly TaskEvent[] => {
    // A suspension that is over at its approval moves days too.
    const reason =
      suspends && proposal.act === 'task.suspend' ? SUSPENDED : whyNeedless(state, after, proposal, looking);
    return reason === null ? [] : [overtaken(proposal.proposalId, reason)];
  });
  return [...events, ...over];
}

const SUSPENDED = '任务已另行缓办';

/** Why what waits has nothing left to be decided about after some events; null where it has. */
function whyNeedless(before: TaskState, after: TaskState, proposal: Proposal, looking: Looking): string | null {
  const measure = measureProposed(proposal);
  if (measure === null) return whyNothingToMove(before, after, proposal);
  // What ended it before these events stands with the approval, which finds out.
  if (whyMeasureOver(before, measure, looking)) return null;
  return whyMeasureOver(after, measure, looking)?.message ?? null;
}

/** Why an extension that waits has nothing left to move; null where it has, and for anything else that waits. */
function whyNothingToMove(before: TaskState, after: TaskState, proposal: Proposal): string | null {
  const command = commandOf(proposal);
  if (after.limits === before.limits || command?.type !== 'task.extend') return null;
  const { limitId, due } = command.data;
  if (!after.limits.some((limit) => limit.limitId === limitId)) return '所申请的时限已取消';
  const day = dueOf(after, command.data);
  return day !== null && due <= day ? '时限已另行调整，不早于所申请的日期' : null;
}

function overtaken(proposalId: string, reason: string): TaskEvent {
  return { type: 'proposal.decided', data: { proposalId, result: 'overtaken', reason } };
}
