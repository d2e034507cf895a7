import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { outcomeWord } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { TASK_WORDS } from '../../words/task.words';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { DaysLeft } from '../days-left';
import { LampMark } from '../lamp-mark';
import { StatusTag } from '../status-tag';
import { UnitNames } from '../unit-names';
import { indicatorText, isOfSome, progressText, standingText } from './rolled-text';

const words = TASK_WORDS.children;
type Children = NonNullable<TaskDetail['children']>;

/** The tasks that a task was split into, how each stands, and what they add up to by the stated rule. */
export function ChildList({
  task,
}: {
  readonly task: Pick<TaskDetail, 'children' | 'indicators' | 'ledgerKind'>;
}): ReactElement | null {
  const { children } = task;
  if (children === null) return null;
  return (
    <>
      <Sums task={task} sums={children} />
      <ul className="fact-list">
        {children.tasks.map((child) => (
          <li key={child.taskId}>
            <OneChild child={child} ledgerKind={task.ledgerKind} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sums({
  task,
  sums,
}: {
  readonly task: Pick<TaskDetail, 'indicators'>;
  readonly sums: Children;
}): ReactElement {
  return (
    <p className="children-sums">
      <span>{standingText(sums.tasks)}</span>
      {sums.progress !== null && isOfSome(sums.progress) && (
        <span>{progressText(sums.rule.progress, sums.progress)}</span>
      )}
      {sums.indicators.map(({ indicatorId, rule, ...rolled }) => {
        const indicator = task.indicators.find((each) => each.indicatorId === indicatorId);
        if (indicator === undefined || !isOfSome(rolled)) return null;
        return <span key={indicatorId}>{indicatorText(indicator, rule, rolled)}</span>;
      })}
    </p>
  );
}

interface OneProps extends Pick<TaskDetail, 'ledgerKind'> {
  readonly child: Children['tasks'][number];
}

function OneChild({ child, ledgerKind }: OneProps): ReactElement {
  const { taskId, number, ended, outcome, standing } = child;
  if (standing === null) {
    return (
      <div className="fact-head">
        <span className="number">{number}</span>
        <span className="quiet">{ended === null ? words.making : EVENT_WORDS.values.endings[ended]}</span>
      </div>
    );
  }
  const { title, status, leadUnits, percent, nextDue, lamp, remainingWorkingDays, inSight } = standing;
  const name = `${number} ${title}`;
  return (
    <>
      <div className="fact-head">
        <span className="fact-name">{inSight ? <Link to={`/tasks/${taskId}`}>{name}</Link> : name}</span>
        <span className="keep">
          <StatusTag status={status} /> <LampMark lamp={lamp} status={status} />
        </span>
      </div>
      <div className="child-facts">
        <UnitNames units={leadUnits} />
        {outcome !== null && <span>{words.outcome(outcomeWord(outcome, ledgerKind))}</span>}
        {percent !== null && <span className="number">{WORDS.parts.percent(percent)}</span>}
        {ended === null && nextDue !== null && (
          <DaysLeft due={nextDue} remainingWorkingDays={remainingWorkingDays} lamp={lamp} status={status} />
        )}
      </div>
    </>
  );
}
