import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type Act } from '../../acts/act';
import { isFinal, isRecording, openerOf } from '../../acts/act-plan';
import { mainAct, offeredActs } from '../../acts/offered-acts';
import { RecordingActs } from '../../acts/recording-acts';
import { type TaskDetail } from '../../api/answer';
import { ownUnitsOf, useMe } from '../../app/session';
import { LEDGER_WORDS as words } from '../../words/ledger.words';

interface Props {
  readonly task: TaskDetail;
  readonly onAct: (act: Act) => void;
}

/**
 * What the person may do with the task now, the main act first. Ending it for good, and why other acts are not open, is left to
 * the task's own page.
 */
export function TaskActs({ task, onAct }: Props): ReactElement {
  const open = offeredActs(task).open.filter((act) => !isFinal(act));
  const main = mainAct(task, ownUnitsOf(useMe()));
  const others = open.filter((act) => act !== main && !isRecording(act));
  const ordered = main === null ? others : [main, ...others];
  return (
    <section aria-label={words.acts} className="task-acts">
      {open.length === 0 && <span className="quiet">{words.noActs}</span>}
      {ordered.map((act) => (
        <Button key={act.operation} type={act === main ? 'primary' : 'default'} onClick={() => onAct(act)}>
          {openerOf(act, task)}
        </Button>
      ))}
      <RecordingActs task={task} acts={open.filter(isRecording)} onAct={onAct} />
    </section>
  );
}
