import { type ReactElement, type ReactNode } from 'react';
import { recurrenceSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { DaysLeft } from '../../parts/days-left';
import { LampMark } from '../../parts/lamp-mark';
import { StatusTag } from '../../parts/status-tag';
import { reportMark } from '../../parts/task-facts/lane-list';
import { UnitNames } from '../../parts/unit-names';
import { limitWords, rhythmWord } from '../../telling';
import { WORDS } from '../../words';
import { AUDIT_WORDS } from '../../words/audit.words';

const words = AUDIT_WORDS.standing;

/** How a task stood after a step. */
export function StandingThen({ task }: { readonly task: TaskDetail }): ReactElement {
  const leads = task.leadUnits.length > 0 ? task.leadUnits : task.leadUnitNames;
  const supports = task.supportUnits.length > 0 ? task.supportUnits : task.supportUnitNames;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.status, <StatusTag key="status" status={task.status} />],
    [words.lamp, <LampMark key="lamp" lamp={task.lamp} status={task.status} />],
    [words.lead, <UnitNames key="lead" units={leads} />],
    [words.support, <UnitNames key="support" units={supports} />],
    [
      words.due,
      <DaysLeft
        key="due"
        due={task.nextDue}
        lamp={task.lamp}
        remainingWorkingDays={task.remainingWorkingDays}
        status={task.status}
      />,
    ],
    [words.limits, <Limits key="limits" limits={task.limits} />],
    [words.percent, task.percent === null ? WORDS.parts.none : WORDS.parts.percent(task.percent)],
    [words.reports, <LastReports key="reports" lanes={task.lanes} />],
    [words.problems, task.lastProblems === null || task.lastProblems === '' ? WORDS.parts.none : task.lastProblems],
    [words.closingNumber, task.closingNumber ?? WORDS.parts.none],
  ];
  return (
    <dl className="label-list">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What each unit had reported last. */
function LastReports({ lanes }: Pick<TaskDetail, 'lanes'>): ReactElement {
  const reported = lanes.flatMap(({ unit, lastReport }) => (lastReport === null ? [] : [{ unit, lastReport }]));
  if (reported.length === 0) return <span>{WORDS.parts.none}</span>;
  return (
    <ul className="limits-then">
      {reported.map(({ unit, lastReport }) => (
        <li key={unit.unitId}>
          {unit.name} <span className="quiet number">{reportMark(lastReport)}</span>
          <div>{lastReport.progress}</div>
        </li>
      ))}
    </ul>
  );
}

function Limits({ limits }: Pick<TaskDetail, 'limits'>): ReactElement {
  if (limits.length === 0) return <span>{WORDS.parts.noLimit}</span>;
  return (
    <ul className="limits-then">
      {limits.map((limit) => (
        <li key={limit.limitId}>
          {limit.recurrence === null
            ? (limit.due ?? AUDIT_WORDS.notDated)
            : rhythmWord(recurrenceSchema.parse(limit.recurrence), limit.dueOn)}{' '}
          {limitWords(limit, limits)}
          <span className="quiet">
            {limit.done !== null && ` ${AUDIT_WORDS.limitDone(limit.done.on)}`}
            {limit.verifiedOn !== null && ` ${AUDIT_WORDS.limitVerified(limit.verifiedOn)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
