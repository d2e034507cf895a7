import { type TaskDetail } from '#contracts';
import {
  awaitedAnswers,
  dayInShanghai,
  hasLeft,
  type Instruction,
  isEnded,
  leaderOf,
  remainingWorkingDays,
  type TaskState,
} from '#domain';
import { type UnitNames } from '../queries/read-models';
import { type OnDay } from './standing';

type Standing = TaskDetail['task']['instructions'][number];

/** What leaders asked the units of a task to answer, the newest first, with the answers. */
export function instructionsOf(state: TaskState, day: OnDay, names: UnitNames): Standing[] {
  return state.instructions.map((each) => standing(state, each, day, names)).reverse();
}

function standing(state: TaskState, instruction: Instruction, { today, calendar }: OnDay, names: UnitNames): Standing {
  const { instructionId, text, by, onBehalf, since, answerBy } = instruction;
  const isAwaited = awaitedAnswers({ ...state, instructions: [instruction] }).length > 0;
  return {
    instructionId,
    text,
    by: leaderOf(instruction),
    recordedBy: onBehalf ? by.name : null,
    on: dayInShanghai(since),
    answerBy,
    remainingWorkingDays: isAwaited ? remainingWorkingDays(today, answerBy, calendar) : null,
    units: instruction.lanes.map((lane) => ({
      unit: names(lane),
      left: hasLeft(state, lane),
      lapsed: isEnded(state),
      answer: answerOf(instruction, lane),
    })),
  };
}

function answerOf({ answers }: Instruction, unitId: string): Standing['units'][number]['answer'] {
  const answer = answers.find(({ lane }) => lane === unitId);
  if (answer === undefined) return null;
  const { text, on, by, files, onBehalf } = answer;
  const word = onBehalf ? { saidBy: onBehalf.saidBy, how: onBehalf.how, saidOn: onBehalf.saidOn } : null;
  return { text, on, by, files: [...files], onBehalf: word };
}
