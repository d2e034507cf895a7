import { type LampClock, lampClockOf, type TaskState } from '#domain';

const known = new WeakMap<TaskState, LampClock | null>();

/** `lampClockOf`, worked out once for a state: its row, its boxes of the tally, and those that it leaves with the next event need it. */
export function lampOf(state: TaskState): LampClock | null {
  const lamp = known.get(state);
  if (lamp !== undefined) return lamp;
  const found = lampClockOf(state);
  known.set(state, found);
  return found;
}
