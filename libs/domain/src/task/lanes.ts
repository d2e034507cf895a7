import { type Day, dayInShanghai, type Instant, instantText } from '../calendar';
import { type ActedBy } from '../shared/actor';
import { ANSWERING } from './status';
import { type LaneState, type TaskState } from './task.state';

/** The assignment of a unit: by which event, stated for which day. */
interface Beginning {
  readonly recordedAt: Instant;
  readonly revision: number;
  readonly on: Day;
  readonly climb: number;
  /** The last day for the answer; null: none was set. */
  readonly replyBy: Day | null;
}

/** A unit's lane from its assignment on. A unit that had the same role before owes what it owed then. */
export function newLane(
  { unitId, role }: Pick<LaneState, 'unitId' | 'role'>,
  { recordedAt, revision, on, climb, replyBy }: Beginning,
  before: LaneState | null,
): LaneState {
  const firstDay = before?.role === role ? before.firstDay : dayInShanghai(recordedAt);
  return {
    unitId,
    role,
    answer: 'waiting',
    acceptedBy: null,
    claim: null,
    since: instantText(recordedAt),
    begun: instantText(recordedAt),
    climb,
    goingOn: [],
    replyBy,
    assignedOn: on,
    firstDay,
    lastStepOn: on,
    stepRevision: revision,
    lastReport: before?.role === role ? before.lastReport : null,
    shown: before?.role === role ? before.shown : [],
  };
}

/** The lanes that answer for the task. */
export function leadLanes({ lanes }: Pick<TaskState, 'lanes'>): readonly LaneState[] {
  return lanes.filter(({ role }) => role === 'lead');
}

/** The units that have their part in hand: they have not declined it, nor asked for closure yet. */
export function workingLanes({ lanes }: Pick<TaskState, 'lanes'>): readonly LaneState[] {
  return lanes.filter(({ answer, claim }) => answer !== 'declined' && claim === null);
}

/** The units that have a part in the task: also one that has not accepted it, or has asked for closure. One that declined has none. */
export function lanesIn<Lane extends Pick<LaneState, 'answer'>>({
  lanes,
}: {
  readonly lanes: readonly Lane[];
}): readonly Lane[] {
  return lanes.filter(({ answer }) => answer !== 'declined');
}

/** How far a unit has come with its part: it has not answered, declined, works on it, or has asked for closure. */
export const LANE_STEPS = ['waiting', 'declined', 'working', 'claimed'] as const;
export type LaneStep = (typeof LANE_STEPS)[number];

/** How far a unit has come with its part. */
export function laneStepOf({ answer, claim }: Pick<LaneState, 'answer' | 'claim'>): LaneStep {
  if (claim !== null) return 'claimed';
  return answer === 'accepted' ? 'working' : answer;
}

/** The units that have not answered the assignment: each may still accept or decline its part. */
export function unansweredUnits(state: Pick<TaskState, 'lanes' | 'status'>): readonly string[] {
  const waiting = state.lanes.filter(({ answer }) => answer === 'waiting');
  return ANSWERING.includes(state.status) ? waiting.map(({ unitId }) => unitId) : [];
}

/** The leads that have the task in hand. */
export function workingLeads(state: Pick<TaskState, 'lanes'>): readonly LaneState[] {
  return leadLanes({ lanes: workingLanes(state) });
}

/** True while the office decides who gets the task, so that the confirmed units count: before the assignment, and after a lead has declined. */
export function beforeLanes(state: TaskState): boolean {
  return state.lanes.length === 0 || leadLanes(state).some(({ answer }) => answer === 'declined');
}

/** The units that may act on a task: those of its lanes; as confirmed while nobody has had it yet. A unit that is to come acts once it is assigned. */
export function unitsAtWork({ lanes, leads, supports }: Pick<TaskState, 'lanes' | 'leads' | 'supports'>) {
  const as = (role: LaneState['role']) => lanes.filter((lane) => lane.role === role).map(({ unitId }) => unitId);
  return lanes.length === 0
    ? { leadUnitIds: leads, supportUnitIds: supports }
    : { leadUnitIds: as('lead'), supportUnitIds: as('support') };
}

/** The units that lead: as assigned; while the office decides, as confirmed, with those that have the task already. */
export function leadUnitsOf(state: TaskState): readonly string[] {
  return unitsAs('lead', state, state.leads);
}

/** The units that support, in the same way. */
export function supportUnitsOf(state: TaskState): readonly string[] {
  return unitsAs('support', state, state.supports);
}

function unitsAs(role: LaneState['role'], state: TaskState, confirmed: readonly string[]): readonly string[] {
  const lanes = state.lanes.filter((lane) => lane.role === role);
  if (!beforeLanes(state)) return lanes.map(({ unitId }) => unitId);
  const atWork = lanes.filter(({ answer }) => answer !== 'declined').map(({ unitId }) => unitId);
  return [...new Set([...confirmed, ...atWork])];
}

/** True once a unit has taken the task on: from then on an entry and its days are not one clerk's own any more. */
export function isTakenOn({ lanes }: Pick<TaskState, 'lanes'>): boolean {
  return lanes.some(({ answer }) => answer === 'accepted');
}

/** The lane of a unit. */
export function laneOf({ lanes }: Pick<TaskState, 'lanes'>, unitId: string | null): LaneState | null {
  return lanes.find((lane) => lane.unitId === unitId) ?? null;
}

/** The lane that a person acts for: that of the post's unit, or of the first lead where the post is outside the task's units. */
export function actingLane(state: TaskState, actor: Pick<ActedBy, 'unitId'>): LaneState | null {
  return laneOf(state, actor.unitId) ?? leadLanes(state)[0] ?? null;
}

/** The lanes with one of them changed. */
export function withLane(
  lanes: readonly LaneState[],
  unitId: string,
  change: Partial<Omit<LaneState, 'unitId'>>,
): readonly LaneState[] {
  return lanes.map((lane) => (lane.unitId === unitId ? { ...lane, ...change } : lane));
}
