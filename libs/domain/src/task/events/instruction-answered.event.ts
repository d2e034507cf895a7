import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { withFiles } from '../round-files';
import { taskEvent } from '../task-event';
import { evidenceSchema, onBehalfSchema } from '../task.parts';

/** A unit answered an instruction, for itself. It completes nothing that the unit owes. */
export const instructionAnswered = taskEvent({
  type: 'instruction.answered',
  schema: z.strictObject({
    instructionId: loggedIdSchema,
    lane: loggedIdSchema,
    text: textSchema(4_000, 1),
    evidence: z.array(evidenceSchema).max(50),
    on: daySchema,
    onBehalf: onBehalfSchema.optional(),
  }),
  sample: {
    instructionId: '00000000-0000-4000-8000-000000000a0e',
    lane: '00000000-0000-4000-8000-000000000a03',
    text: '因省级系统延期上线，现已对接，7月20日前完成',
    evidence: [],
    on: '2021-07-12',
  },
  touches: 'nothing',
  evolve: (state, { data, metadata: { actor } }) => {
    const { instructionId, lane, text, evidence, on, onBehalf } = data;
    const answer = { lane, text, on, files: evidence, by: actor.name, ...(onBehalf ? { onBehalf } : {}) };
    return {
      ...state,
      evidence: withFiles(state.evidence, data),
      instructions: state.instructions.map((each) =>
        each.instructionId === instructionId ? { ...each, answers: [...each.answers, answer] } : each,
      ),
    };
  },
});
