import { type Day, dayInShanghai } from '../calendar';
import { confirmedFault } from './checks';
import { nextDayOf, nextDueDayOf } from './due-days';
import { toAnswerBy } from './instructions';
import { leadLanes } from './lanes';
import { askingUnits, unitsJudged } from './asking-units';
import { openProposals, TAKE_MEASURE } from './proposals';
import { isReadyToClose } from './ready-to-close';
import { keptFromChecking, keptFromClosing, type KeptOut } from './separation';
import { ANSWERING, isRunning, isSuspended } from './status';
import { type TaskCommandType } from './task.types';
import { type LaneState, type TaskState, type TurnKind } from './task.state';

/** The desks on which tasks wait for an act, the most pressing first: what others cannot go on without, then what the office has to set going. */
export const WAITING_DESKS = [
  'decide',
  'close',
  'check',
  'declined',
  'reassign',
  'assign',
  'confirm',
  'review',
  'accept',
  'answer',
  'request',
] as const;

/** The desks of units whose part goes on: they work on it, or (`away`) it is in other hands, being checked or suspended. */
export const UNIT_DESKS = ['work', 'away'] as const;

/** The places in which tasks lie: the one list. */
export const DESKS = [...WAITING_DESKS, ...UNIT_DESKS] as const;
export type Desk = (typeof DESKS)[number];

/** A task on a desk. One that waits for several acts, or for several units, lies on several desks. */
export interface OnDesk {
  readonly desk: Desk;
  /** Tells tasks on the same desk apart: the unit whose part it is, or the proposal; empty for the whole task. */
  readonly item: string;
  /** The act that takes it off the desk, or (`work`) leads it on; null where there is nothing to do. */
  readonly act: TaskCommandType | null;
  /** The units whose people are asked; of a decision, the units whose leaders decide. Empty: no unit's. */
  readonly units: readonly string[];
  /** True where the office is asked. */
  readonly office: boolean;
  /** Who may not do it: who asks for something does not decide it, nor does whoever stands in a unit concerned; and who had a part in the work neither checks nor closes it. */
  readonly keptOut: KeptOut;
  /** The leader whose it is to decide, as long as that post is held; null: whoever may. */
  readonly leader: { readonly accountId: string; readonly postId: string } | null;
  /** The next day of the unit's own part; else the next day of the task. Null where nothing has a day. */
  readonly due: Day | null;
  /** By when a unit is to answer, as its assignment says; null for other desks, and where it names no day. */
  readonly replyBy: Day | null;
  /** The moment from which it lies there; null for a draft, which nobody waits for. */
  readonly since: string | null;
}

/** The desks whose tasks somebody else waits for: the oldest first, whatever the limits of the tasks are. */
export const BY_AGE: readonly Desk[] = ['decide', 'close', 'check', 'declined', 'reassign', 'review'];

/** The day by which a desk is in order: since when it is waited for; or the day on which the work, or before it the answer, is due. */
export function orderDayOf({
  desk,
  due,
  replyBy,
  since,
}: Pick<OnDesk, 'desk' | 'due' | 'replyBy' | 'since'>): Day | null {
  if (BY_AGE.includes(desk) && since !== null) return dayInShanghai(since);
  return due !== null && replyBy !== null && due < replyBy ? due : (replyBy ?? due);
}

/**
 * The desks on which a task lies. It follows from the state alone, so a task that nobody was reminded of lies there all the same: 301
 * imported tasks waited to be confirmed and the clerk's home said that nothing did, and an accepted task left the reporter's home.
 */
export function desksOf(state: TaskState): readonly OnDesk[] {
  if (state.ended !== null) return [];
  const ofLanes = state.lanes.flatMap((lane) => [answerOf(state, lane) ?? [], ofLane(state, lane) ?? []].flat());
  return [...decisions(state), ...ofWhole(state), ...review(state), ...ofLanes];
}

/** Nobody is kept from it. */
const FOR_ALL: KeptOut = { accounts: [], units: [] };

const OF_OFFICE = { item: '', units: [], office: true, keptOut: FOR_ALL, leader: null, replyBy: null } as const;
const OF_CHECKERS = { item: '', units: [], office: false, leader: null, replyBy: null } as const;

/** A measure against a unit is a leader's to decide. */
function decisions(state: TaskState): readonly OnDesk[] {
  const due = nextDueDayOf(state);
  return openProposals(state).map((proposal) => ({
    desk: 'decide',
    item: proposal.proposalId,
    act: 'task.decide-proposal',
    units: askingUnits(state, proposal),
    office: proposal.act !== TAKE_MEASURE,
    keptOut: { accounts: [proposal.by.accountId], units: unitsJudged(state, proposal) },
    leader: proposal.leader ?? null,
    due,
    replyBy: null,
    since: state.turns.find(({ proposalId }) => proposalId === proposal.proposalId)?.since ?? null,
  }));
}

/**
 * A task in which nothing has a date: no limit would ever bring it to mind, so the office looks at it. It lies there from the last word of
 * its units or the last look on; whoever asks for the desk knows when the time of the rules is over.
 */
function review(state: TaskState): readonly OnDesk[] {
  const turn = state.turns.find(({ kind }) => kind === 'review');
  return turn ? [{ ...OF_OFFICE, desk: 'review', act: 'task.urge', due: nextDueDayOf(state), since: turn.since }] : [];
}

/** What waits for the office, a verifier or a closer. */
function ofWhole(state: TaskState): readonly OnDesk[] {
  const due = nextDueDayOf(state);
  const since = (kind: TurnKind) => state.turns.find((turn) => turn.kind === kind)?.since ?? null;
  switch (state.status) {
    case 'draft':
      return [
        { ...OF_OFFICE, desk: 'confirm', act: confirmedFault(state) ? 'task.confirm' : 'task.hang', due, since: null },
      ];
    case 'hung':
      return [
        {
          ...OF_OFFICE,
          desk: 'assign',
          act: confirmedFault(state) ? 'task.confirm' : 'task.assign',
          due,
          since: since('assign'),
        },
      ];
    case 'closure-requested':
      return [
        {
          ...OF_CHECKERS,
          desk: 'check',
          act: 'task.verify',
          keptOut: keptFromChecking(state),
          due,
          since: since('check'),
        },
      ];
    case 'verified':
      return [
        {
          ...OF_CHECKERS,
          desk: 'close',
          act: 'task.close',
          keptOut: keptFromClosing(state),
          due,
          since: since('close'),
        },
      ];
    default:
      return since('reassign') === null ? [] : [{ ...OF_OFFICE, ...declined(state), due, since: since('reassign') }];
  }
}

/** Another unit is to be found for one that declined; once it is confirmed, the task is to be assigned again. A supporting one is replaced by a correction. */
function declined(state: TaskState): Pick<OnDesk, 'desk' | 'act'> {
  if (state.status !== 'declined') return { desk: 'declined', act: 'task.correct' };
  const out = leadLanes(state).filter(({ answer }) => answer === 'declined');
  const isReplaced = out.every(({ unitId }) => !state.leads.includes(unitId)) && confirmedFault(state) === null;
  return isReplaced ? { desk: 'reassign', act: 'task.assign' } : { desk: 'declined', act: 'task.confirm' };
}

/** A unit's part, from its assignment to the end of the task; a part that was declined is the unit's no more. */
function ofLane(state: TaskState, lane: LaneState): OnDesk | null {
  const { unitId, answer, replyBy, since } = lane;
  if (answer === 'declined') return null;
  const part = {
    item: unitId,
    units: [unitId],
    office: false,
    keptOut: FOR_ALL,
    leader: null,
    due: nextDayOf(state, lane),
    replyBy: null,
    since,
  };
  if (isSuspended(state)) return { ...part, desk: 'away', act: null };
  if (answer === 'waiting' && ANSWERING.includes(state.status)) {
    return { ...part, desk: 'accept', act: 'task.accept', replyBy };
  }
  if (!isRunning(state) || lane.claim !== null) return { ...part, desk: 'away', act: null };
  return isReadyToClose(state, lane)
    ? { ...part, desk: 'request', act: 'task.request-closure' }
    : { ...part, desk: 'work', act: 'task.report' };
}

/** What a leader asked of the unit and it has still to answer: the instruction whose day comes first. While the task is suspended no clock runs. */
function answerOf(state: TaskState, { unitId }: LaneState): OnDesk | null {
  if (!ANSWERING.includes(state.status)) return null;
  const [first] = [...toAnswerBy(state, unitId)].sort((one, other) => one.answerBy.localeCompare(other.answerBy));
  if (first === undefined) return null;
  const { answerBy: due, since } = first;
  return {
    desk: 'answer',
    item: unitId,
    act: 'task.answer-instruction',
    units: [unitId],
    office: false,
    keptOut: FOR_ALL,
    leader: null,
    due,
    replyBy: null,
    since,
  };
}
