import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type ActOperation, isFinal, mainAct, offeredActs, wordOf } from '../../acts/act-plan';
import { type TaskDetail } from '../../api/answer';
import { LEDGER_WORDS as words } from '../../words/ledger.words';

interface Props {
  readonly task: TaskDetail;
  readonly onAct: (operation: ActOperation) => void;
}

/**
 * What the person may do with the task now, the main act first. Ending it for good, and why other acts are not open, is left to
 * the task's own page.
 */
export function TaskActs({ task, onAct }: Props): ReactElement {
  const open = offeredActs(task).open.filter((operation) => !isFinal(operation));
  const main = mainAct(task);
  const ordered = main === null ? open : [main, ...open.filter((operation) => operation !== main)];
  return (
    <section aria-label={words.acts} className="task-acts">
      {open.length === 0 && <span className="quiet">{words.noActs}</span>}
      {ordered.map((operation) => (
        <Button key={operation} type={operation === main ? 'primary' : 'default'} onClick={() => onAct(operation)}>
          {wordOf(operation)}
        </Button>
      ))}
    </section>
  );
}
