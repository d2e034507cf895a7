import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../api/answer';
import { lacksAmong } from '../parts/staffing/staffing';
import { useStaffing } from '../parts/staffing/use-staffing';
import { ACT_WORDS } from '../words/acts.words';
import { type Act } from './act';
import { wordOf } from './act-plan';
import './recording-acts.css';

interface Props {
  readonly task: Pick<TaskDetail, 'ledgerId' | 'lanes'>;
  readonly acts: readonly Act[];
  readonly onAct: (act: Act) => void;
}

/** 代录: what the office may record for the units of a task, folded away unless one of them cannot act by itself. */
export function RecordingActs({ task, acts, onAct }: Props): ReactElement | null {
  const units = task.lanes.map(({ unit }) => unit);
  const needed = lacksAmong(units, useStaffing(task.ledgerId)).length > 0;
  if (acts.length === 0) return null;
  return (
    // A new answer unfolds it; what the person folds stays so until then.
    <details className="recording-acts" key={String(needed)} open={needed}>
      <summary>{ACT_WORDS.recording}</summary>
      <div className="act-buttons">
        {acts.map((act) => (
          <Button key={act.operation} block onClick={() => onAct(act)}>
            {wordOf(act)}
          </Button>
        ))}
      </div>
    </details>
  );
}
