import { dayInShanghai, type Instant, instantText } from '../calendar';
import { type ActedBy } from '../shared/actor';
import { type LaneState, type TaskState } from './task.state';

/** A unit's lane from its assignment on. A unit that had the same role before owes what it owed then. */
export function newLane(
  { unitId, role }: Pick<LaneState, 'unitId' | 'role'>,
  since: Instant,
  before: LaneState | null,
): LaneState {
  const firstDay = before?.role === role ? before.firstDay : dayInShanghai(since);
  return { unitId, role, answer: 'waiting', claim: null, since: instantText(since), firstDay };
}

/** The lanes that answer for the task. */
export function leadLanes({ lanes }: Pick<TaskState, 'lanes'>): readonly LaneState[] {
  return lanes.filter(({ role }) => role === 'lead');
}

/** The lanes that answer for the task and have not asked for closure yet. */
export function unclaimedLeads(state: Pick<TaskState, 'lanes'>): readonly LaneState[] {
  return leadLanes(state).filter(({ claim }) => claim === null);
}

/** True while no unit has the task, so that the confirmed units count: before the assignment, and after a lead has declined it. */
export function beforeLanes(state: TaskState): boolean {
  return state.lanes.length === 0 || state.status === 'declined';
}

/** The units that lead: as assigned, or as confirmed while nobody has the task. */
export function leadUnitsOf(state: TaskState): readonly string[] {
  return beforeLanes(state) ? state.leads : leadLanes(state).map(({ unitId }) => unitId);
}

/** The units that support: as assigned, or as confirmed while nobody has the task. */
export function supportUnitsOf(state: TaskState): readonly string[] {
  if (beforeLanes(state)) return state.supports;
  return state.lanes.filter(({ role }) => role === 'support').map(({ unitId }) => unitId);
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
