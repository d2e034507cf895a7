import { type TaskDetail } from '../../api/answer';
import { TASK_WORDS } from '../../words/task.words';

type Instruction = TaskDetail['instructions'][number];

const words = TASK_WORDS.instructions;

/** What was asked, by whom and when; of what the office recorded also by whom of it. */
export function askedText({
  by,
  recordedBy,
  on,
  text,
}: Pick<Instruction, 'by' | 'recordedBy' | 'on' | 'text'>): string {
  return recordedBy === null ? words.asked(by, on, text) : words.recordedAsked(by, recordedBy, on, text);
}
