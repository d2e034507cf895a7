import { onBehalfOf } from '../on-behalf';
import { onBehalfInput, SAMPLE_WORD } from '../task.form';
import { answerInstruction } from './answer-instruction.act';

/** 代录答复批示: what a unit without an account answers to an instruction. */
export const answerInstructionOnBehalf = onBehalfOf(answerInstruction, {
  type: 'task.answer-instruction-on-behalf',
  command: answerInstruction.command.extend({ onBehalf: onBehalfInput }),
  sample: { ...answerInstruction.sample, onBehalf: SAMPLE_WORD },
  askedOn: answerInstruction.follows,
});
