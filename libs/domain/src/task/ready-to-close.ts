import { dayInShanghai } from '../calendar';
import { awaitedChildren, openChildren } from './children';
import { nextDayOf } from './due-days';
import { owes, unfinished } from './obligations';
import { type LaneState, type TaskState } from './task.state';

/** True where a lead can ask for closure: it has reported, all that it owes is done or it says 100 %, and none of its children goes on. */
export function isReadyToClose(state: TaskState, lane: LaneState): boolean {
  if (lane.role !== 'lead' || lane.lastReport === null) return false;
  if (openChildren({ children: awaitedChildren(state, lane) }).length > 0) return false;
  if ((lane.lastReport.percent ?? 0) >= 100) return true;
  if (!state.limits.some((limit) => owes(limit, lane)) || nextDayOf(state, lane) !== null) return false;
  return unfinished(state, dayInShanghai(state.recordedAt), [lane]).length === 0;
}
