import { type TaskChanges } from './task.changes';
import { type TaskState } from './task.state';

/** The units that a task would have after a change; none when it leaves them alone. */
export function unitsNamed({ leadUnitIds, supportUnitIds }: TaskChanges, state: TaskState | null): readonly string[] {
  if (!leadUnitIds && !supportUnitIds) return [];
  return [...(leadUnitIds ?? state?.leads ?? []), ...(supportUnitIds ?? state?.supports ?? [])];
}
