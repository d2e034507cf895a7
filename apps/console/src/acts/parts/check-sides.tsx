import { type ReactElement, type ReactNode } from 'react';
import { type TaskDetail } from '../../api/answer';
import { EvidenceList } from '../../parts/task-facts/evidence-list';
import { IndicatorList } from '../../parts/task-facts/indicator-list';
import { LimitList } from '../../parts/task-facts/limit-list';
import { ReportView } from '../../parts/task-facts/report-view';
import { filesOf, reportsOf } from '../../parts/task-facts/reports';
import { type Step, type Timeline } from '../../telling';
import { WORDS } from '../../words';
import '../../parts/task-facts/facts.css';

const words = WORDS.acts.check;

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
    </section>
  );
}

function Shown({ task, steps }: { readonly task: TaskDetail; readonly steps: readonly Step[] }): ReactElement {
  const reports = reportsOf(steps);
  const [latest] = reports;
  const selfCheck = lastText(steps, 'lane.claimed');
  const verified = task.status === 'verified' ? lastText(steps, 'check.passed') : null;
  return (
    <section aria-label={words.shown} className="check-facts">
      <h3>{words.shown}</h3>
      <h4>{words.selfCheck}</h4>
      <p className={selfCheck === null ? 'quiet' : 'reading'}>{selfCheck ?? words.noSelfCheck}</p>
      {verified !== null && (
        <>
          <h4>{words.verified}</h4>
          <p className="reading">{verified}</p>
        </>
      )}
      {latest !== undefined && (
        <>
          <h4>{words.lastReport}</h4>
          <ReportView report={latest} />
        </>
      )}
      {task.indicators.length > 0 && (
        <>
          <h4>{words.indicators}</h4>
          <IndicatorList task={task} reports={reports} brief />
        </>
      )}
      <h4>{WORDS.terms.evidence}</h4>
      <EvidenceList files={filesOf(reports)} />
    </section>
  );
}

/** What the last request said, or what the last verification concluded; null where nothing was written. */
function lastText(steps: readonly Step[], type: 'lane.claimed' | 'check.passed'): string | null {
  return steps.findLast(({ entry, undone }) => entry.type === type && !undone)?.quote || null;
}
