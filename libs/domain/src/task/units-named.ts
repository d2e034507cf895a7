import { leadUnitsOf, supportUnitsOf } from './lanes';
import { type TaskChanges } from './task.changes';
import { type TaskState } from './task.state';

/** The units that a task would have after a change; none when it leaves them alone. */
export function unitsNamed({ leadUnitIds, supportUnitIds }: TaskChanges, state: TaskState | null): readonly string[] {
  if (!leadUnitIds && !supportUnitIds) return [];
  return [...(leadUnitIds ?? state?.leads ?? []), ...(supportUnitIds ?? state?.supports ?? [])];
}

/** The units that are responsible after a change, whether or not it moves them. */
export function responsibleAfter(state: TaskState, { leadUnitIds, supportUnitIds }: TaskChanges): readonly string[] {
  return [...(leadUnitIds ?? leadUnitsOf(state)), ...(supportUnitIds ?? supportUnitsOf(state))];
}
