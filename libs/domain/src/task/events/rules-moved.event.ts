import { z } from 'zod';
import { daySchema } from '../../calendar';
import { rulesSchema } from '../../policy';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { type Instruction, type Proposal } from '../task.state';

/** Most rungs of one task that an event names: some hundred obligations with every rung of a ladder. */
const MOST_PASSED = 5_000;
/** Most clocks of one task that an event moves: hardly ever are more than a few requests and instructions open. */
const MOST_CLOCKS = 1_000;

const movedClockSchema = z.strictObject({
  /** Of a request its decision, of an instruction its answer. */
  kind: z.enum(['decide', 'answer']),
  /** The request, or the instruction. */
  id: loggedIdSchema,
  from: daySchema,
  to: daySchema,
});
/** The last day of a decision or an answer, as other rules have it. */
export type MovedClock = z.output<typeof movedClockSchema>;

/** An open task goes on under other rules (连同在办): another version of the policy, of the calendar, or both. */
export const rulesMoved = taskEvent({
  type: 'rules.moved',
  schema: z.strictObject({
    rules: rulesSchema,
    reason: textSchema(2_000, 0),
    /** Keys of rungs of the new ladders that stand for what went out by the old ones: they do not go out again. */
    passed: z.array(lineSchema(300)).max(MOST_PASSED),
    /** The last days for what waits for a decision or an answer, where they are others now. All other clocks follow from the rules. */
    movedClocks: z.array(movedClockSchema).max(MOST_CLOCKS),
  }),
  sample: {
    rules: { policy: 'office-2', calendar: '2021-1' },
    reason: '按年度工作安排调整提醒梯级',
    passed: [],
    movedClocks: [],
  },
  touches: 'nothing',
  evolve: (state, { data: { rules, passed, movedClocks: clocks } }) => ({
    ...state,
    rules,
    fired: passed.length === 0 ? state.fired : [...state.fired, ...passed],
    proposals: clocks.length === 0 ? state.proposals : state.proposals.map((each) => decidedBy(each, clocks)),
    instructions: clocks.length === 0 ? state.instructions : state.instructions.map((each) => answeredBy(each, clocks)),
  }),
});

function decidedBy(proposal: Proposal, clocks: readonly MovedClock[]): Proposal {
  const moved = clocks.find(({ kind, id }) => kind === 'decide' && id === proposal.proposalId);
  return moved ? { ...proposal, decideBy: moved.to } : proposal;
}

function answeredBy(instruction: Instruction, clocks: readonly MovedClock[]): Instruction {
  const moved = clocks.find(({ kind, id }) => kind === 'answer' && id === instruction.instructionId);
  return moved ? { ...instruction, answerBy: moved.to } : instruction;
}
