import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { type Lane } from '../lanes';
import { DuePartList } from './due-part-list';

const words = TASK_WORDS.lanes;

/** The part of each responsible unit: what it said to the assignment, reported last and still owes. */
export function LaneList({ task }: { readonly task: Pick<TaskDetail, 'lanes' | 'limits'> }): ReactElement {
  return (
    <ul className="fact-list">
      {task.lanes.map((lane) => (
        <li key={lane.unit.unitId}>
          <div className="fact-head">
            <span className="fact-name">
              <Tag variant="outlined">{WORDS.events.values.laneRoles[lane.role]}</Tag>
              {lane.unit.name}
            </span>
            <span className="keep">{stepWord(lane)}</span>
          </div>
          <LaneReport lane={lane} />
          {lane.owed.length > 0 && (
            <>
              <div className="quiet">{words.owed(lane.owed.length)}</div>
              <DuePartList parts={lane.owed} task={task} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How far a unit has come with its part. */
function stepWord({ answer, claimedOn }: Lane): string {
  return claimedOn === null ? words[answer] : words.claimed(claimedOn);
}

function LaneReport({ lane: { answer, lastReport } }: { readonly lane: Lane }): ReactElement | null {
  if (lastReport === null) return answer === 'accepted' ? <div className="quiet">{words.notReported}</div> : null;
  const { progress, problems } = lastReport;
  return (
    <>
      <div className="quiet number">{`${words.lastReport} ${reportMark(lastReport)}`}</div>
      <div className="lane-text">{progress}</div>
      {problems !== '' && (
        <div className="lane-text">
          <span className="quiet">{words.problems} </span>
          {problems}
        </div>
      )}
    </>
  );
}

/** The day of a lane's report, with its percentage where it states one. */
export function reportMark({ on, percent }: NonNullable<Lane['lastReport']>): string {
  return percent === null ? on : `${on} ${WORDS.parts.percent(percent)}`;
}
