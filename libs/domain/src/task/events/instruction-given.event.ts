import { z } from 'zod';
import { daySchema } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { onBehalfSchema } from '../task.parts';
import { lateUnitOf, readDelays } from '../told-delays';

/** A leader gave units an instruction (批示) that they are to answer by a day. Who gave it, or recorded it, is in the metadata. */
export const instructionGiven = taskEvent({
  type: 'instruction.given',
  schema: z.strictObject({
    instructionId: loggedIdSchema,
    lanes: z.array(loggedIdSchema).min(1).max(120),
    text: textSchema(2_000, 1),
    answerBy: daySchema,
    /** The rules gave the day, so many working days on: it moves as a counted limit does. Left out: somebody named it. */
    countedIn: z.literal('working-day').optional(),
    /** How the leader gave word to the office, which recorded the instruction. Left out: the leader gave it in person. */
    onBehalf: onBehalfSchema.optional(),
  }),
  sample: {
    instructionId: '00000000-0000-4000-8000-000000000a0e',
    lanes: ['00000000-0000-4000-8000-000000000a03'],
    text: '请说明迟缓原因，并报下一步安排',
    answerBy: '2021-07-14',
  },
  touches: 'nothing',
  evolve: (state, { data, metadata: { actor, commandId, recordedAt } }) => {
    const { instructionId, lanes, text, answerBy, countedIn, onBehalf } = data;
    const word = onBehalf ? { onBehalf } : {};
    const counted = countedIn ? { countedIn } : {};
    const given = {
      instructionId,
      commandId,
      lanes,
      text,
      answerBy,
      ...counted,
      by: actor,
      ...word,
      since: recordedAt,
      answers: [],
    };
    return {
      ...state,
      // Whoever gives one about a delay, or records it, has read of that.
      delays: readDelays(state.delays, (delay) => lanes.includes(lateUnitOf(delay) ?? ''), { actor, recordedAt }),
      instructions: [...state.instructions, given],
    };
  },
});
