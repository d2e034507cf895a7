import { z } from 'zod';
import { lanesIn } from '#domain';
import { type TaskDetail } from '../../api/answer';

/** What the forms of an instruction hold. */
export const instructionValues = { text: z.string(), lanes: z.array(z.string()), answerBy: z.string().nullable() };
export type InstructionValues = z.infer<z.ZodObject<typeof instructionValues>>;

/** Before anything is filled in: the leads are to answer; where none has the task, whoever has. */
export function initialInstruction(task: Pick<TaskDetail, 'lanes'>): InstructionValues {
  const units = lanesIn(task);
  const leads = units.filter(({ role }) => role === 'lead');
  return { text: '', lanes: (leads.length > 0 ? leads : units).map(({ unit }) => unit.unitId), answerBy: null };
}

/** The instruction as it is sent: without a day, so many working days from today as the rules say. */
export function instructionBody({ text, lanes, answerBy }: InstructionValues) {
  return { text, lanes, ...(answerBy === null ? {} : { answerBy }) };
}
