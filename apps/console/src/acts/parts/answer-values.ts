import { evidenceSchema } from '#domain';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { type Lane } from '../../parts/lanes';

type Instruction = TaskDetail['instructions'][number];

/** What the forms of an answer to an instruction hold. */
export const answerValues = {
  /** Null while none is chosen. */
  instructionId: z.string().nullish(),
  text: z.string(),
  evidence: z.array(evidenceSchema),
};
export type AnswerValues = z.infer<z.ZodObject<typeof answerValues>>;

/** The instructions that a unit has still to answer, the oldest first. */
export function toAnswer({ instructions }: Pick<TaskDetail, 'instructions'>, lane: Lane | null): Instruction[] {
  return instructions
    .filter(({ units }) => units.some(({ unit, answer }) => unit.unitId === lane?.unit.unitId && answer === null))
    .reverse();
}

/** Before anything is filled in: the oldest instruction is chosen. */
export function initialAnswer(task: Pick<TaskDetail, 'instructions'>, lane: Lane | null): AnswerValues {
  return { instructionId: toAnswer(task, lane)[0]?.instructionId ?? null, text: '', evidence: [] };
}

/** An answer as it is sent. */
export function answerBody({ instructionId, text, evidence }: AnswerValues) {
  return { text, evidence: [...evidence], ...(instructionId ? { instructionId } : {}) };
}
