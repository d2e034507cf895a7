import { type TaskState, taskStateSchema } from '#domain';

const undoSchema = taskStateSchema.shape.undo.unwrap();

/** A state as a row keeps it. Of the state before the last withdrawable step, only what differs: a row would be nearly twice as long. */
const storedStateSchema = taskStateSchema.extend({
  undo: undoSchema.extend({ before: undoSchema.shape.before.partial() }).nullable(),
});

/** The JSON text of a state. */
export function writeState(state: TaskState): string {
  const { undo } = state;
  if (undo === null) return JSON.stringify(state);
  const now = new Map<string, unknown>(Object.entries(state));
  const different = Object.entries(undo.before).filter(([key, value]) => !isSame(value, now.get(key)));
  return JSON.stringify({ ...state, undo: { ...undo, before: Object.fromEntries(different) } });
}

/** The state in a row's JSON. @throws ZodError when it is none */
export function readState(json: unknown): TaskState {
  const { undo, ...now } = storedStateSchema.parse(json);
  if (undo === null) return { ...now, undo };
  return { ...now, undo: { ...undo, before: { ...now, ...undo.before, undo: null } } };
}

/** True when both are the same value, or lists of the same values: a step makes a new list of limits also where it changes none. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
