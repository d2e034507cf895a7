/** A state with the steps that led to it, so that each can be taken back. */
export interface History<State> {
  readonly present: State;
  readonly past: readonly State[];
  /** What the last step was about: further steps on the same thing (typing) count as one. */
  readonly last: string | null;
}

/** So many steps can be taken back. */
const MOST_STEPS = 60;

/** A history that begins. */
export function begun<State>(present: State): History<State> {
  return { present, past: [], last: null };
}

/** One step on. @param about what the step is about; null makes it a step of its own */
export function stepped<State>(history: History<State>, present: State, about: string | null): History<State> {
  if (present === history.present) return history;
  const joined = about !== null && about === history.last;
  const past = joined ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { present, past, last: about };
}

/** One step back; the same when there is none. */
export function takenBack<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  return before === undefined ? history : { present: before, past: history.past.slice(0, -1), last: null };
}
