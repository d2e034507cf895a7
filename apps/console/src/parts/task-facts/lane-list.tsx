import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { ENDED } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { TASK_WORDS } from '../../words/task.words';
import { type Lane } from '../lanes';
import { type Lack, lackOf } from '../staffing/staffing';
import { useStaffing } from '../staffing/use-staffing';
import { DuePartList } from './due-part-list';
import { laneStepWord } from './lane-step';

const words = TASK_WORDS.lanes;

interface Props {
  readonly task: Pick<TaskDetail, 'lanes' | 'limits' | 'ledgerId' | 'status'>;
}

/** The part of each responsible unit: what it said to the assignment, reported last and still owes. */
export function LaneList({ task }: Props): ReactElement {
  const staffingOf = useStaffing(task.ledgerId);
  const goesOn = !ENDED.includes(task.status);
  return (
    <ul className="fact-list">
      {task.lanes.map((lane) => (
        <li key={lane.unit.unitId}>
          <div className="fact-head">
            <span className="fact-name">
              <Tag variant="outlined">{EVENT_WORDS.values.laneRoles[lane.role]}</Tag>
              {lane.unit.name}
            </span>
            <span className="keep">{laneStepWord(lane, task.status)}</span>
          </div>
          {goesOn && <LaneLack lack={lackOf(staffingOf, lane.unit.unitId)} />}
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

/** That nobody of the unit can act, or nobody can ask for closure: the office records for it. */
function LaneLack({ lack }: { readonly lack: Lack | null }): ReactElement | null {
  return lack === null ? null : <div className="lamp-near">{WORDS.parts.staffing[lack]}</div>;
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
