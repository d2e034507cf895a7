import { leadLanes } from './lanes';
import { type TaskStatus } from './status';
import { type TaskState } from './task.state';

/** Where a task stands beneath its suspension: there it goes on. */
export function statusBeneath(state: TaskState): TaskStatus {
  if (!state.suspension) return statusOf(state);
  const { suspension: _still, ...going } = state;
  return statusOf(going);
}

/** Where a task stands: what its parts say, the first that holds. */
export function statusOf(state: Omit<TaskState, 'status'>): TaskStatus {
  if (state.ended !== null) return state.ended;
  if (state.suspension) return 'suspended';
  if (state.number === null) return 'draft';
  if (state.lanes.length === 0) return 'hung';
  const leads = leadLanes(state);
  if (leads.every(({ claim }) => claim !== null)) return state.levelPassed > 0 ? 'verified' : 'closure-requested';
  if (leads.some(({ answer }) => answer === 'declined')) return 'declined';
  if (leads.some(({ answer }) => answer === 'waiting')) return 'assigned';
  return state.returned ? 'returned' : 'underway';
}
