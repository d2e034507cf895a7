import { type Day, dayInShanghai } from '../calendar';
import { laneOf, lanesIn } from './lanes';
import { isEnded } from './status';
import { type Instruction, type TaskState } from './task.state';

/** Instructions in one task, those answered too: its state is kept whole. */
export const MOST_INSTRUCTIONS = 100;

/** An answer that a unit owes. */
export interface AwaitedAnswer {
  readonly instruction: Instruction;
  /** The unit. */
  readonly lane: string;
}

/**
 * The answers that instructions await, the oldest first; none once the task has ended. An instruction goes with the unit that it names and not with the part: a unit
 * that has left owes none, for the one in its place was told nothing; one that comes back is asked as before.
 */
export function awaitedAnswers(state: Pick<TaskState, 'instructions' | 'lanes' | 'status'>): readonly AwaitedAnswer[] {
  // So it is for nearly every task.
  if (state.instructions.length === 0 || isEnded(state)) return [];
  const inTask = new Set(lanesIn(state).map(({ unitId }) => unitId));
  return state.instructions.flatMap((instruction) =>
    instruction.lanes
      .filter((lane) => inTask.has(lane) && !isAnsweredBy(instruction, lane))
      .map((lane) => ({ instruction, lane })),
  );
}

/** The instructions that a unit has still to answer, the oldest first. */
export function toAnswerBy(
  state: Pick<TaskState, 'instructions' | 'lanes' | 'status'>,
  unitId: string,
): readonly Instruction[] {
  return awaitedAnswers(state).flatMap(({ instruction, lane }) => (lane === unitId ? [instruction] : []));
}

/** The name of the leader whose instruction it is. */
export function leaderOf({ by, onBehalf }: Pick<Instruction, 'by' | 'onBehalf'>): string {
  return onBehalf?.saidBy ?? by.name;
}

/** True once a unit has answered an instruction: each unit answers once. */
export function isAnsweredBy({ answers }: Pick<Instruction, 'answers'>, lane: string): boolean {
  return answers.some((answer) => answer.lane === lane);
}

/** True for the unit of an instruction that has its part in the task no more. */
export function hasLeft(state: Pick<TaskState, 'lanes'>, unitId: string): boolean {
  const lane = laneOf(state, unitId);
  return lane === null || lane.answer === 'declined';
}

/** The instruction of that id; null for none, or one that was taken back. */
export function instructionNamed({ instructions }: Pick<TaskState, 'instructions'>, id: string): Instruction | null {
  return instructions.find(({ instructionId }) => instructionId === id) ?? null;
}

/** The day on which a leader gave an instruction last, whatever became of it; null for none. */
export function lastInstructedOn({ instructions }: Pick<TaskState, 'instructions'>): Day | null {
  const last = instructions.at(-1);
  return last === undefined ? null : dayInShanghai(last.since);
}
