import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { ENDED } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { DaysLeft } from '../../parts/days-left';
import { LampMark } from '../../parts/lamp-mark';
import { StaffingMarkOf } from '../../parts/staffing/staffing-mark';
import { OwnStatusTag } from '../../parts/status-tag';
import { closedText } from '../../parts/task-facts/completion-text';
import { SuspendedUntil } from '../../parts/task-facts/suspension-text';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';

/** Number, status, lamp, lead and the next limit, in one line. */
export function HeadFacts({ task }: { readonly task: TaskDetail }): ReactElement {
  const leads = task.leadUnits.map(({ name }) => name).join(WORDS.parts.and);
  return (
    <div className="head-facts">
      <span className="number">{task.taskNumber ?? TASK_WORDS.serial(task.serial)}</span>
      {task.parent !== null && <ParentMark parent={task.parent} />}
      <OwnStatusTag task={task} />
      <LampMark lamp={task.lamp} status={task.status} />
      {leads !== '' && (
        <span>
          <span className="quiet">{TASK_WORDS.lead} </span>
          {leads} <StaffingMarkOf task={task} units={task.leadUnits} />
        </span>
      )}
      {!ENDED.includes(task.status) && (
        <span>
          {task.nextDue !== null && <span className="quiet">{TASK_WORDS.nextDue} </span>}
          <DaysLeft
            due={task.nextDue}
            remainingWorkingDays={task.remainingWorkingDays}
            lamp={task.lamp}
            status={task.status}
          />
        </span>
      )}
      {task.suspension !== null && (
        <span>
          <SuspendedUntil suspension={task.suspension} />
        </span>
      )}
      {task.closedOn !== null && <span className="number">{closedText(task.closedOn, task.limits)}</span>}
      {task.closingNumber !== null && <span className="number">{TASK_WORDS.closingNumber(task.closingNumber)}</span>}
      <span className="quiet">{task.ledgerName}</span>
    </div>
  );
}

/** The task that it was split from; a link for those who may open that one. */
function ParentMark({
  parent: { taskId, number, title },
}: {
  readonly parent: NonNullable<TaskDetail['parent']>;
}): ReactElement {
  return (
    <span>
      <span className="quiet">{TASK_WORDS.parent} </span>
      {title === null ? (
        <span className="number">{number}</span>
      ) : (
        <Link to={`/tasks/${taskId}`} title={title} className="number">
          {number}
        </Link>
      )}
    </span>
  );
}
