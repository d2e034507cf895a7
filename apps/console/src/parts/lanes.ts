import { type TaskDetail } from '../api/answer';
import { WORDS } from '../words';

export type Lane = TaskDetail['lanes'][number];
type InLanes = Pick<TaskDetail, 'lanes'>;

/** The lanes of the units that answer for a task. */
export function leadLanes({ lanes }: InLanes): Lane[] {
  return lanes.filter(({ role }) => role === 'lead');
}

/**
 * The lead lanes that a task waits for: those that have not answered the assignment, and once all have, those that have not
 * asked for closure.
 */
export function awaitedLeads(task: InLanes): Lane[] {
  const leads = leadLanes(task);
  const unanswered = leads.filter(({ answer }) => answer === 'waiting');
  return unanswered.length > 0 ? unanswered : leads.filter(({ claimedOn }) => claimedOn === null);
}

/** True for a lane that works on the task: it has accepted and not asked for closure yet. */
export function isWorking({ answer, claimedOn }: Pick<Lane, 'answer' | 'claimedOn'>): boolean {
  return answer === 'accepted' && claimedOn === null;
}

/** True for a lane that has not answered the assignment. */
export function hasToAnswer({ answer }: Pick<Lane, 'answer'>): boolean {
  return answer === 'waiting';
}

/** True for a lane of which a report may be recorded: it works on the task, or takes it on by the report. */
export function canReport(lane: Pick<Lane, 'answer' | 'claimedOn'>): boolean {
  return isWorking(lane) || hasToAnswer(lane);
}

/** The lane of a unit; null where the unit has none. */
export function laneOf({ lanes }: InLanes, unitId: string | null | undefined): Lane | null {
  return lanes.find(({ unit }) => unit.unitId === unitId) ?? null;
}

/**
 * The lane that a person acts for, as the server finds it: that of an own unit, or of the first lead where no own unit has one.
 * @param own the units of the person's posts
 * @param fits prefers a lane where a person stands for several, as in practice
 */
export function ownLane(task: InLanes, own: ReadonlySet<string>, fits: (lane: Lane) => boolean): Lane | null {
  const mine = task.lanes.filter(({ unit }) => own.has(unit.unitId));
  return mine.find(fits) ?? mine[0] ?? leadLanes(task)[0] ?? null;
}

/** The units of lanes by name, joined; empty for none. */
export function laneNames(lanes: readonly Lane[]): string {
  return lanes.map(({ unit }) => unit.name).join(WORDS.parts.and);
}
