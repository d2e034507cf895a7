import { Drawer, Skeleton } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { ENDED, type TaskStatus } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { type Act } from '../../acts/act';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useWatchedTask } from '../../app/live';
import { DaysLeft } from '../../parts/days-left';
import { LampMark } from '../../parts/lamp-mark';
import { ProblemNote } from '../../parts/problem-note';
import { LaneList } from '../../parts/task-facts/lane-list';
import '../../parts/task-facts/facts.css';
import { OwnStatusTag } from '../../parts/status-tag';
import { limitWords, rhythmWord } from '../../telling';
import { WORDS } from '../../words';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { TASK_WORDS } from '../../words/task.words';
import { Due, Units } from './columns';
import { indicatorWords } from './indicator-words';
import { TaskActs } from './task-acts';

interface Props {
  /** The task that is looked at; null: none. */
  readonly taskId: string | null;
  readonly onClose: () => void;
  readonly onAct: (taskId: string, act: Act) => void;
}

/** The main facts of a task beside the list, its acts, and the way to the whole of it. */
export function TaskDrawer({ taskId, onClose, onAct }: Props): ReactElement {
  const open = (
    <Link to={`/tasks/${taskId ?? ''}`} className="button-link">
      {words.open}
    </Link>
  );
  return (
    <Drawer open={taskId !== null} onClose={onClose} size={520} title={WORDS.terms.task} extra={open} destroyOnHidden>
      {taskId !== null && <Facts taskId={taskId} onAct={(act) => onAct(taskId, act)} />}
    </Drawer>
  );
}

interface FactsProps {
  readonly taskId: string;
  readonly onAct: (act: Act) => void;
}

function Facts({ taskId, onAct }: FactsProps): ReactElement {
  useWatchedTask(taskId);
  const { data, error, refetch } = reads.useQuery('get', '/api/tasks/{taskId}', { params: { path: { taskId } } });
  if (data === undefined && error !== null)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const { task } = data;
  return (
    <div className="task-facts">
      <h2>{task.title}</h2>
      <p className="task-facts-line">
        <span className="quiet number">{task.taskNumber ?? words.serial(task.serial)}</span>
        <OwnStatusTag task={task} />
        <LampMark lamp={task.lamp} status={task.status} />
        <Due row={task} />
      </p>
      <dl>
        <dt>{WORDS.terms.leadUnit}</dt>
        <dd>
          <Units units={task.leadUnits} named={task.leadUnitNames.map(({ name }) => name)} />
        </dd>
        <dt>{WORDS.terms.supportUnit}</dt>
        <dd>
          <Units units={task.supportUnits} named={task.supportUnitNames.map(({ name }) => name)} />
        </dd>
      </dl>
      <TaskActs task={task} onAct={onAct} />
      <h3>{words.asked}</h3>
      <p className="task-body">{task.body === '' ? task.title : task.body}</p>
      <Limits task={task} />
      <Indicators task={task} />
      <Lanes task={task} />
    </div>
  );
}

function Limits({ task }: { readonly task: TaskDetail }): ReactElement {
  return (
    <>
      <h3>{words.limits}</h3>
      {task.limits.length === 0 && <p className="quiet">{WORDS.parts.noLimit}</p>}
      <ul className="task-limits">
        {task.limits.map((limit) => (
          <li key={limit.limitId}>
            <LimitStanding limit={limit} status={task.status} />
            <div className="quiet">{limitWords(limit, task.limits)}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

interface StandingProps {
  readonly limit: TaskDetail['limits'][number];
  readonly status: TaskStatus;
}

/** A limit's lamp and days; of a task that is over nothing counts any more. */
function LimitStanding({ limit, status }: StandingProps): ReactElement {
  const { lamp, openPeriods, due, remainingWorkingDays, verifiedOn, recurrence, dueOn } = limit;
  const day = openPeriods[0]?.due ?? due;
  const rhythm = recurrence === null ? null : rhythmWord(recurrence, dueOn);
  if (ENDED.includes(status)) return <span className="number">{rhythm ?? day ?? WORDS.parts.noLimit}</span>;
  return (
    <>
      <LampMark lamp={lamp} status={status} verified={verifiedOn !== null} />{' '}
      {day === null && rhythm !== null ? (
        rhythm
      ) : (
        <DaysLeft due={day} remainingWorkingDays={remainingWorkingDays} lamp={lamp} />
      )}
    </>
  );
}

function Indicators({ task: { indicators } }: { readonly task: TaskDetail }): ReactElement | null {
  if (indicators.length === 0) return null;
  return (
    <>
      <h3>{WORDS.terms.indicator}</h3>
      <ul className="task-limits">
        {indicators.map((indicator) => (
          <li key={indicator.indicatorId}>
            {indicator.name} <span className="number">{indicatorWords(indicator)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Lanes({ task }: { readonly task: TaskDetail }): ReactElement {
  if (task.lanes.length === 0) return <p className="quiet">{words.notReported}</p>;
  return (
    <>
      <h3>{TASK_WORDS.lanes.title}</h3>
      <LaneList task={task} />
    </>
  );
}
