import { Fragment, type ReactElement, type ReactNode } from 'react';
import { type TaskDetail } from '../../api/answer';
import { ChildList } from '../../parts/children/child-list';
import { leadLanes } from '../../parts/lanes';
import { EvidenceList } from '../../parts/task-facts/evidence-list';
import { AcceptanceList } from '../../parts/task-facts/acceptance-list';
import { IndicatorList } from '../../parts/task-facts/indicator-list';
import { type Judgement, judgementsOf } from '../../parts/task-facts/judgements';
import { LimitList } from '../../parts/task-facts/limit-list';
import { ReportView } from '../../parts/task-facts/report-view';
import { filesOf, latestOfEach, leadFirst, reportsOf } from '../../parts/task-facts/reports';
import { type Step, type Timeline } from '../../telling';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { TASK_WORDS } from '../../words/task.words';
import { selfChecks } from './self-checks';
import '../../parts/task-facts/facts.css';

const words = ACT_WORDS.check;

interface Props {
  readonly task: TaskDetail;
  readonly timeline: Timeline;
  /** The conclusion: the fields of the form. */
  readonly children: ReactNode;
}

/** What was asked, what was shown, and the conclusion, side by side; one below the other on the phone. */
export function CheckSides({ task, timeline: { steps }, children }: Props): ReactElement {
  return (
    <div className="check-sides">
      <Asked task={task} />
      <Shown task={task} steps={steps} />
      <section aria-label={words.conclusion}>
        <h3>{words.conclusion}</h3>
        {children}
      </section>
    </div>
  );
}

function Asked({ task }: { readonly task: TaskDetail }): ReactElement {
  const requirements = task.assignment?.requirements ?? '';
  return (
    <section aria-label={words.asked} className="check-facts">
      <h3>{words.asked}</h3>
      <p className="reading">{task.body === '' ? task.title : task.body}</p>
      <p className={requirements === '' ? 'quiet' : 'reading'}>
        {requirements === '' ? words.noRequirements : requirements}
      </p>
      <h4>{words.limits}</h4>
      <LimitList task={task} />
      {task.children !== null && (
        <>
          <h4>{TASK_WORDS.children.title}</h4>
          <ChildList task={task} />
        </>
      )}
    </section>
  );
}

interface ShownProps {
  readonly task: TaskDetail;
  readonly steps: readonly Step[];
}

function Shown({ task, steps }: ShownProps): ReactElement {
  const reports = reportsOf(steps);
  const leads = leadLanes(task).map(({ unit }) => unit.unitId);
  const latest = leadFirst(latestOfEach(reports), leads);
  const verified = task.status === 'verified' ? lastPassed(steps) : null;
  return (
    <section aria-label={words.shown} className="check-facts">
      <h3>{words.shown}</h3>
      <h4>{words.selfCheck}</h4>
      <SelfChecks task={task} steps={steps} />
      {verified !== null && (
        <>
          <h4>{words.verified}</h4>
          <p className="reading">{verified.words}</p>
          <AcceptanceList acceptance={verified.acceptance} />
        </>
      )}
      {latest.length > 0 && (
        <>
          <h4>{words.lastReport}</h4>
          {latest.map((report) => (
            <ReportView key={report.entry.eventId} report={report} />
          ))}
        </>
      )}
      {task.indicators.length > 0 && (
        <>
          <h4>{words.indicators}</h4>
          <IndicatorList task={task} reports={reports} brief />
        </>
      )}
      <h4>{WORDS.terms.evidence}</h4>
      <EvidenceList files={filesOf(steps)} />
    </section>
  );
}

/** What each unit said when it asked for closure, with its name where there are several. */
function SelfChecks({ task, steps }: ShownProps): ReactElement {
  const checks = selfChecks(task, steps);
  if (checks.length === 0) return <p className="quiet">{words.noSelfCheck}</p>;
  return (
    <>
      {checks.map(({ unit, text }) => (
        <Fragment key={unit.unitId}>
          {checks.length > 1 && <div className="quiet">{unit.name}</div>}
          <p className={text === null ? 'quiet' : 'reading'}>{text ?? words.noSelfCheck}</p>
        </Fragment>
      ))}
    </>
  );
}

/** What the last verification concluded; null where nothing was written. */
function lastPassed(steps: readonly Step[]): Judgement | null {
  return judgementsOf(steps).find(({ signed }) => signed === null) ?? null;
}
