import { type ActedBy } from '../shared/actor';
import { type TaskState } from './task.state';

/** Every unit that answers for the task: leads first, then supporting units. */
export function responsibleUnits(state: TaskState): readonly string[] {
  const { leadUnitIds, supportUnitIds } = state.assignment ?? state;
  return [...leadUnitIds, ...supportUnitIds];
}

/** The unit that a person acts for; the first lead where the person's post is outside the responsible units. */
export function actingUnit(state: TaskState, actor: ActedBy): string {
  const units = responsibleUnits(state);
  const own = units.find((unitId) => unitId === actor.unitId);
  return own ?? units[0] ?? actor.accountId;
}
