import { type Role } from '../shared/actor';
import { ANSWERING, statusBeneath, type TaskState, type TaskStatus, workingLeads } from '../task';
import { type Audience, type EntryKind } from './entry';

/** Whom a task waits for, and for what. */
export interface Holder {
  readonly kind: EntryKind;
  readonly audience: readonly Audience[];
}

/** Who acts for a unit. */
const UNIT_ROLES: readonly Role[] = ['reporter', 'unit-head'];

/**
 * Whom a task waits for. An entry in their inboxes stands as long as they hold the task, whatever the way in or out: taking back a
 * step brings back what waited before it. A unit that works on its task in time is left in peace. While a task is suspended its entries
 * keep their place and words, and are not shown: undoing a mistaken suspension had emptied the inboxes for good.
 */
export function holdersOf(state: TaskState): readonly Holder[] {
  const status = statusBeneath(state);
  return ANSWERING.includes(status) ? [...answering(state), ...ofStatus(state, status)] : [];
}

/** Every unit answers for its own part, leads and supporting ones; a part that was declined waits for the office. */
function answering({ lanes }: TaskState): readonly Holder[] {
  const waiting = lanes.filter(({ answer }) => answer === 'waiting');
  const declined = lanes.some(({ answer }) => answer === 'declined');
  return [
    ...(waiting.length > 0 ? [{ kind: 'accept', audience: inUnits(waiting) } as const] : []),
    ...(declined ? [{ kind: 'assign-again', audience: [{ role: 'supervision-clerk', unitId: null }] } as const] : []),
  ];
}

function ofStatus(state: TaskState, status: TaskStatus): readonly Holder[] {
  switch (status) {
    case 'closure-requested':
      return [{ kind: 'verify', audience: [{ role: 'verifier', unitId: null }] }];
    case 'verified':
      return [{ kind: 'close', audience: [{ role: 'closer', unitId: null }] }];
    case 'returned':
      return [{ kind: 'rectify', audience: inUnits(workingLeads(state)) }];
    default:
      return [];
  }
}

function inUnits(lanes: TaskState['lanes']): Audience[] {
  return lanes.flatMap(({ unitId }) => UNIT_ROLES.map((role) => ({ role, unitId })));
}
