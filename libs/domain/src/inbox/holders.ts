import { type Role } from '../shared/actor';
import { leadLanes, type TaskState } from '../task';
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
 * step brings back what waited before it. A unit that works on its task in time is left in peace.
 */
export function holdersOf(state: TaskState): readonly Holder[] {
  switch (state.status) {
    case 'assigned':
      return [{ kind: 'accept', audience: unitsThat(state, ({ answer }) => answer === 'waiting') }];
    case 'declined':
      return [{ kind: 'assign-again', audience: [{ role: 'supervision-clerk', unitId: null }] }];
    case 'closure-requested':
      return [{ kind: 'verify', audience: [{ role: 'verifier', unitId: null }] }];
    case 'verified':
      return [{ kind: 'close', audience: [{ role: 'closer', unitId: null }] }];
    case 'returned':
      return [{ kind: 'rectify', audience: unitsThat(state, ({ claim }) => claim === null) }];
    default:
      return [];
  }
}

function unitsThat(state: TaskState, hold: (lane: TaskState['lanes'][number]) => boolean): Audience[] {
  return leadLanes(state)
    .filter(hold)
    .flatMap(({ unitId }) => UNIT_ROLES.map((role) => ({ role, unitId })));
}
