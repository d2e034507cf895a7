import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';

/** A leader gave units an instruction (批示) that they are to answer by a day. Who gave it is in the metadata. */
export const instructionGiven = taskEvent({
  type: 'instruction.given',
  schema: z.strictObject({
    instructionId: loggedIdSchema,
    lanes: z.array(loggedIdSchema).min(1).max(120),
    text: textSchema(2_000, 1),
    answerBy: daySchema,
  }),
  sample: {
    instructionId: '00000000-0000-4000-8000-000000000a0e',
    lanes: ['00000000-0000-4000-8000-000000000a03'],
    text: '请说明迟缓原因，并报下一步安排',
    answerBy: '2021-07-14',
  },
  touches: 'nothing',
  evolve: (state, { data: { instructionId, lanes, text, answerBy }, metadata: { actor, commandId, recordedAt } }) => ({
    ...state,
    instructions: [
      ...state.instructions,
      { instructionId, commandId, lanes, text, answerBy, by: actor, since: recordedAt, answers: [] },
    ],
  }),
});
