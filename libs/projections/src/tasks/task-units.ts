import { type TaskState } from '#domain';

/** The units that lead and support a task: those of the assignment; as confirmed while there is none. */
export function unitsOfTask(state: TaskState): Pick<TaskState, 'leadUnitIds' | 'supportUnitIds'> {
  return state.assignment ?? state;
}
