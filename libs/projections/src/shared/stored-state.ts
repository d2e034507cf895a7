import { z } from 'zod';
import { TASK_STATUSES, type TaskState } from '#domain';

const statuses: ReadonlySet<unknown> = new Set(TASK_STATUSES);

/** A state as a row keeps it: written by this projection's version and no other, so its outline is proof enough. */
const outlineSchema = z.custom<TaskState>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    statuses.has(value.status) &&
    'limits' in value &&
    Array.isArray(value.limits) &&
    'undo' in value,
);

/**
 * The JSON text of a state. The state before the last withdrawable step, which the state carries along, is written as what
 * differs: it is nearly the same, and a row would be twice as long.
 */
export function writeState(state: TaskState): string {
  if (state.undo === null) return JSON.stringify(state);
  const now = new Map<string, unknown>(Object.entries(state));
  const different = Object.entries(state.undo.before).filter(([key, value]) => now.get(key) !== value);
  return JSON.stringify({ ...state, undo: { ...state.undo, before: Object.fromEntries(different) } });
}

/** The state in a row's JSON. @throws ZodError when it is none */
export function readState(json: unknown): TaskState {
  const state = outlineSchema.parse(json);
  if (state.undo === null) return state;
  const changed: Partial<TaskState> = state.undo.before;
  return { ...state, undo: { ...state.undo, before: { ...state, ...changed, undo: null } } };
}
