import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { daysWord, isOver } from '../days-word';
import { KeptDays } from '../kept-days';
import { askedText } from './asked-text';
import { TASK_WORDS } from '../../words/task.words';

type Instruction = TaskDetail['instructions'][number];
type OfUnit = Instruction['units'][number];

const words = TASK_WORDS.instructions;

/** What leaders asked of the units, the newest first, each with its answers. */
export function InstructionList({ instructions }: Pick<TaskDetail, 'instructions'>): ReactElement {
  return (
    <ul className="fact-list">
      {instructions.map((each) => (
        <li key={each.instructionId}>
          <KeptDays text={askedText(each)} />
          <Until instruction={each} />
          {each.units.map((unit) => (
            <div key={unit.unit.unitId} className={unit.answer === null ? 'quiet' : ''}>
              <KeptDays text={answerText(unit)} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The day for the answers, as long as one is awaited. */
function Until({ instruction }: { readonly instruction: Instruction }): ReactElement | null {
  const { answerBy, remainingWorkingDays: left } = instruction;
  if (left === null) return null;
  return (
    <div>
      <KeptDays text={words.until(answerBy)} />
      <span className={isOver(left, answerBy) ? 'lamp-late keep' : 'quiet keep'}> {daysWord(left, answerBy)}</span>
    </div>
  );
}

function answerText({ unit: { name }, left, lapsed, answer }: OfUnit): string {
  if (answer === null && lapsed && !left) return words.lapsed(name);
  if (answer === null) return left ? words.left(name) : words.waiting(name);
  const { on, text, onBehalf } = answer;
  return onBehalf === null ? words.answered(name, on, text) : words.recorded(name, on, onBehalf.saidBy, text);
}
