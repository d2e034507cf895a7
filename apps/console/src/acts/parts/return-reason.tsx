import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { TASK_EVENTS, type TaskStatus } from '#domain';
import { type Step } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';

interface Props {
  readonly status: TaskStatus;
  readonly steps: readonly Step[];
}

/** Why a task was returned, and what is open again until when, above what is reported of it or asked for next; nothing for one that is not returned. */
export function ReturnReason({ status, steps }: Props): ReactElement | null {
  const step = status === 'returned' ? lastReturn(steps) : undefined;
  if (step === undefined) return null;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={ACT_WORDS.returned}
      description={
        <>
          <div className="lane-text">{step.quote}</div>
          <div className="quiet">{step.text}</div>
        </>
      }
    />
  );
}

function lastReturn(steps: readonly Step[]): Step | undefined {
  return steps.findLast(({ entry, undone }) => entry.type === TASK_EVENTS['check.returned'].type && !undone);
}
