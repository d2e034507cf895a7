import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { type Step } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';
import { lastDeclines } from './last-decline';

interface Props {
  readonly task: Pick<TaskDetail, 'lanes'>;
  readonly steps: readonly Step[];
}

/** Why units declined a task, above the form that finds others for it; nothing where none did. */
export function DeclineReasons({ task, steps }: Props): ReactElement | null {
  const declines = lastDeclines(task.lanes, steps);
  if (declines.length === 0) return null;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={ACT_WORDS.declined}
      description={declines.map(({ entry, text, quote }) => (
        <div key={entry.revision}>
          <div className="lane-text">{quote}</div>
          <div className="quiet">{text}</div>
        </div>
      ))}
    />
  );
}
