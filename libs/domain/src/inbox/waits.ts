import { type Role } from '../shared/actor';
import {
  ANSWERING,
  askingUnits,
  awaitedAnswers,
  isRunning,
  leaderOf,
  leadLanes,
  ON_ACCOUNT,
  openProposals,
  statusBeneath,
  TAKE_MEASURE,
  type TaskState,
  type TaskStatus,
  workingLanes,
} from '../task';
import { type Audience, type EntryKind, type NewEntry } from './entry';

/** What a task waits for, and in whose inboxes. */
export interface Wait {
  readonly kind: EntryKind;
  readonly audience: readonly Audience[];
  /** What it is about, where several of the kind wait side by side. */
  readonly about?: NonNullable<NewEntry['about']>;
  /** Pieces of its sentence, where they follow from the state; left out, from the step that brought it. */
  readonly data?: object;
}

/** Who acts for a unit. */
const UNIT_ROLES: readonly Role[] = ['reporter', 'unit-head'];

/**
 * What a task waits for, in the inboxes of those who can give it. An entry stands as long as they hold the task, whatever the way in or out: taking back a
 * step brings back what waited before it. A unit that works on its task in time is left in peace. While a task is suspended its entries
 * keep their place and words, and are not shown, but for what waits to be decided: undoing a mistaken suspension had emptied the inboxes for good.
 */
export function waitsOf(state: TaskState): readonly Wait[] {
  const status = statusBeneath(state);
  if (!ON_ACCOUNT.includes(status)) return [];
  return ANSWERING.includes(status)
    ? [...answering(state, status), ...instructed(state), ...deciding(state), ...ofStatus(state, status)]
    : deciding(state);
}

/** Every unit answers for its own part, leads and supporting ones; a part that was declined waits for the office. */
function answering({ lanes }: TaskState, status: TaskStatus): readonly Wait[] {
  const waiting = lanes.filter(({ answer }) => answer === 'waiting');
  // While the leads are checked the units stay as they are: a supporting part that was declined asks nothing of the office then.
  const declined = isRunning({ status }) && lanes.some(({ answer }) => answer === 'declined');
  return [
    ...(waiting.length > 0 ? [{ kind: 'accept', audience: inUnits(waiting) } as const] : []),
    ...(declined ? [{ kind: 'assign-again', audience: [{ role: 'supervision-clerk', unitId: null }] } as const] : []),
  ];
}

/** Each instruction waits for each unit that has not answered it; with another day for the answer it is another entry. */
function instructed(state: TaskState): readonly Wait[] {
  return awaitedAnswers(state).map(({ instruction, lane }) => ({
    kind: 'answer',
    audience: UNIT_ROLES.map((role) => ({ role, unitId: lane })),
    about: { lane, limitId: `${instruction.instructionId}/${instruction.answerBy}` },
    data: {
      holder: 'answer',
      instructionId: instruction.instructionId,
      text: instruction.text,
      due: instruction.answerBy,
      by: leaderOf(instruction),
    },
  }));
}

/** What one person may not do alone waits for the office, and for the leaders of the unit that asked, or of the leads: each by itself. */
function deciding(state: TaskState): readonly Wait[] {
  return openProposals(state).map((proposal) => {
    const { proposalId, act, grounds, data: wanted, by } = proposal;
    const leaders = askingUnits(state, proposal).map((unitId) => ({ role: 'leader', unitId }) as const);
    return {
      kind: 'decide',
      // A measure against a unit is a leader’s to decide.
      audience: act === TAKE_MEASURE ? leaders : [{ role: 'supervision-clerk', unitId: null }, ...leaders],
      // Of a measure the unit is named that it is about.
      about: { lane: act === TAKE_MEASURE ? (askingUnits(state, proposal)[0] ?? null) : null, limitId: proposalId },
      data: { act, grounds, wanted, by: by.accountId, ...(proposal.leader ? { leader: proposal.leader } : {}) },
    };
  });
}

function ofStatus(state: TaskState, status: TaskStatus): readonly Wait[] {
  switch (status) {
    case 'closure-requested':
      return [{ kind: 'verify', audience: [{ role: 'verifier', unitId: null }] }];
    case 'verified':
      return [{ kind: 'close', audience: [{ role: 'closer', unitId: null }] }];
    case 'returned':
      return [{ kind: 'rectify', audience: inUnits(workingLanes(state).filter((lane) => wasReturned(state, lane))) }];
    default:
      return [];
  }
}

/**
 * Every lead, and a supporting unit that the last return went to: it began a climb together with a lead. That of a unit which came later is
 * its own: by the last climb of the task, it had the entry of the one that was returned to.
 */
function wasReturned(state: TaskState, { role, climb }: TaskState['lanes'][number]): boolean {
  return role === 'lead' || climb === Math.max(...leadLanes(state).map((lead) => lead.climb));
}

function inUnits(lanes: TaskState['lanes']): Audience[] {
  return lanes.flatMap(({ unitId }) => UNIT_ROLES.map((role) => ({ role, unitId })));
}
