import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { ChildList } from '../../parts/children/child-list';
import { EmptyNote } from '../../parts/empty-note';
import { leadLanes } from '../../parts/lanes';
import { plainClause, type Timeline } from '../../telling';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { DelayList } from '../../parts/task-facts/delay-list';
import { EvidenceList } from '../../parts/task-facts/evidence-list';
import { IndicatorList } from '../../parts/task-facts/indicator-list';
import { InstructionList } from '../../parts/task-facts/instruction-list';
import { JudgementList } from '../../parts/task-facts/judgement-list';
import { judgementsOf } from '../../parts/task-facts/judgements';
import { LaneList } from '../../parts/task-facts/lane-list';
import { CorrectedMark } from '../../parts/task-facts/corrected-mark';
import { LimitList } from '../../parts/task-facts/limit-list';
import { ReportView } from '../../parts/task-facts/report-view';
import { filesOf, leadFirst, type Report, reportsOf } from '../../parts/task-facts/reports';
import { type WordingCorrections } from '../../parts/task-facts/wording-corrections';

interface Props {
  readonly task: TaskDetail;
  readonly timeline: Timeline;
  readonly corrections: WordingCorrections;
}

/** What is asked, by when, how far it has come and what shows it. */
export function TaskFacts({ task, timeline, corrections }: Props): ReactElement {
  const reports = reportsOf(timeline.steps);
  const judgements = judgementsOf(timeline.steps);
  return (
    <>
      {task.instructions.length > 0 && (
        <section className="panel">
          <h2>{TASK_WORDS.instructions.title}</h2>
          <InstructionList instructions={task.instructions} />
        </section>
      )}
      {task.delays.length > 0 && (
        <section className="panel">
          <h2>{TASK_WORDS.delays.title}</h2>
          <DelayList task={task} />
        </section>
      )}
      <Asked task={task} corrections={corrections} />
      {task.lanes.length > 0 && (
        <section className="panel">
          <h2>{TASK_WORDS.lanes.title}</h2>
          <LaneList task={task} />
        </section>
      )}
      {task.children !== null && (
        <section className="panel">
          <h2>{TASK_WORDS.children.title}</h2>
          <ChildList task={task} />
        </section>
      )}
      <section className="panel">
        <h2>{TASK_WORDS.limits.title}</h2>
        <LimitList task={task} corrections={corrections.limits} />
      </section>
      <section className="panel">
        <h2>{TASK_WORDS.indicators.title}</h2>
        <IndicatorList task={task} reports={reports} />
      </section>
      <section className="panel">
        <h2>{TASK_WORDS.reports.title}</h2>
        <Reports task={task} reports={reports} />
      </section>
      <section className="panel">
        <h2>{TASK_WORDS.evidence.title}</h2>
        <EvidenceList files={filesOf(timeline.steps)} />
      </section>
      {judgements.length > 0 && (
        <section className="panel">
          <h2>{TASK_WORDS.judgements.title}</h2>
          <JudgementList judgements={judgements} reported={filesOf(timeline.steps)} />
        </section>
      )}
    </>
  );
}

function Asked({ task, corrections }: Pick<Props, 'task' | 'corrections'>): ReactElement {
  const { source, body, supportUnits, assignment } = task;
  const words = TASK_WORDS.source;
  const from = [
    `${words.document(source.documentTitle)}${source.documentNumber === null ? '' : words.number(source.documentNumber)}`,
    source.section,
    source.number === '' ? '' : words.clause(plainClause(source.number)),
  ];
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <div className="quiet">{from.filter(Boolean).join(' · ')}</div>
      <p className={body === '' ? 'quiet' : 'reading'}>
        {body === '' ? words.noBody : body}{' '}
        <CorrectedMark of={TASK_WORDS.corrected.body} corrections={corrections.body} />
      </p>
      {task.lanes.length === 0 && supportUnits.length > 0 && (
        <p>
          <span className="quiet">{WORDS.terms.supportUnit} </span>
          {supportUnits.map(({ name }) => name).join(WORDS.parts.and)}
        </p>
      )}
      <AsNamed task={task} />
      {assignment !== null && (
        <>
          <h3>{words.requirements}</h3>
          <p className={assignment.requirements === '' ? 'quiet' : 'reading'}>
            {assignment.requirements === '' ? words.noRequirements : assignment.requirements}
          </p>
          {assignment.replyBy !== null && <p className="quiet number">{words.replyBy(assignment.replyBy)}</p>}
        </>
      )}
    </section>
  );
}

/** Before a person has chosen units: how the document names them, and what the reading of it left open. */
function AsNamed({ task }: { readonly task: TaskDetail }): ReactElement | null {
  const { leadUnits, leadUnitNames, supportUnitNames, doubts, status } = task;
  const words = TASK_WORDS.source;
  const named = (names: readonly { readonly name: string }[]): string =>
    names.map(({ name }) => name).join(WORDS.parts.and);
  if (leadUnits.length > 0 && status !== 'draft') return null;
  return (
    <>
      {leadUnitNames.length > 0 && <p className="quiet">{words.namedLeads(named(leadUnitNames))}</p>}
      {supportUnitNames.length > 0 && <p className="quiet">{words.namedSupports(named(supportUnitNames))}</p>}
      {status === 'draft' && doubts.length > 0 && (
        <>
          <h3>{words.doubts}</h3>
          <ul className="doubts">
            {doubts.map(({ field, message }) => (
              <li key={`${field}/${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Reports({ task, reports }: { readonly task: TaskDetail; readonly reports: readonly Report[] }): ReactElement {
  const words = TASK_WORDS.reports;
  const leads = leadLanes(task).map(({ unit }) => unit.unitId);
  const [latest, ...others] = leadFirst(reports, leads);
  if (latest === undefined) {
    const begun = task.assignment !== null && task.status !== 'assigned';
    return <EmptyNote why={begun ? words.none : words.notBegun} />;
  }
  return (
    <>
      <ReportView report={latest} />
      {others.length > 0 && (
        <details className="earlier">
          <summary>{words.earlier(others.length)}</summary>
          {others.map((report) => (
            <ReportView key={report.entry.eventId} report={report} />
          ))}
        </details>
      )}
    </>
  );
}
