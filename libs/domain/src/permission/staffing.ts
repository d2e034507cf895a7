import { type Role } from '../shared/actor';
import { type Grant } from '../shared/grant';
import { TASK_ACTS } from '../task';

/** Who takes the steps of a unit, by the grants of its acts; and who of them asks for closure. */
export const TAKES_STEPS = rolesOf(TASK_ACTS['task.accept'].grants);
const ASKS_FOR_CLOSURE = rolesOf(TASK_ACTS['task.request-closure'].grants);

/** The roles whose holders act for a unit on its tasks. */
export const UNIT_ROLES: readonly Role[] = [...new Set([...TAKES_STEPS, ...ASKS_FOR_CLOSURE])];

/**
 * How far a unit can act by itself: in everything; in all but asking for closure, which its head does; or in nothing, so that the office
 * records for it.
 */
export type Staffing = 'able' | 'no-head' | 'nobody';

/** How far a unit can act whose people hold these roles and can sign in. */
export function staffingOf(roles: readonly Role[]): Staffing {
  if (!roles.some((role) => TAKES_STEPS.includes(role))) return 'nobody';
  return roles.some((role) => ASKS_FOR_CLOSURE.includes(role)) ? 'able' : 'no-head';
}

function rolesOf(grants: readonly Grant[]): readonly Role[] {
  return grants.map(([role]) => role);
}
