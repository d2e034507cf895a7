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

/** The units of lanes by name, joined; empty for none. */
export function laneNames(lanes: readonly Lane[]): string {
  return lanes.map(({ unit }) => unit.name).join(WORDS.parts.and);
}
