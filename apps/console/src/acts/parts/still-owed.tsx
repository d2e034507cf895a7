import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DuePartList } from '../../parts/task-facts/due-part-list';
import { type DuePart } from '../../parts/task-facts/due-parts';
import { type Lane } from '../../parts/lanes';
import { type Step } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';
import { owedReason } from './owed-reasons';

const words = ACT_WORDS.check;

interface Props {
  readonly task: Pick<TaskDetail, 'lanes' | 'limits'>;
  /** The course of the task, where what the units gave as reasons is to be read beside the parts. */
  readonly steps?: readonly Step[];
}

/** The limits and periods that each unit has not done, so that nobody decides without having seen them. Says so where there are none. */
export function StillOwed({ task, steps = [] }: Props): ReactElement | null {
  const owing = task.lanes.filter(({ owed }) => owed.length > 0);
  const count = owing.reduce((sum, { owed }) => sum + owed.length, 0);
  if (count === 0) return task.limits.length === 0 ? null : <p className="quiet">{words.nothingOwed}</p>;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={words.owed(count)}
      description={owing.map((lane) => (
        <div key={lane.unit.unitId}>
          <div>{lane.unit.name}</div>
          <DuePartList parts={lane.owed} task={task} noteOf={(part) => reasonText(part, lane, steps)} />
        </div>
      ))}
    />
  );
}

function reasonText(part: DuePart, lane: Lane, steps: readonly Step[]): string | null {
  const reason = owedReason(part, lane, steps);
  return reason === null ? null : words.owedReason(reason);
}
