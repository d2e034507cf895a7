import { type ReactElement } from 'react';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { type Report } from './reports';

const words = TASK_WORDS.reports;

/** One report: the four texts, the percentage with its change, who and when. */
export function ReportView({ report }: { readonly report: Report }): ReactElement {
  const { data } = report;
  const texts = [
    [words.progress, data.texts.progress],
    [words.problems, data.texts.problems],
    [words.nextSteps, data.texts.nextSteps],
    [words.helpNeeded, data.texts.helpNeeded],
  ] as const;
  return (
    <div className="report">
      <div className="fact-head">
        {data.percent !== null && <PercentMark report={report} />}
        <span className="quiet">{reportedBy(report)}</span>
      </div>
      {data.onBehalf !== undefined && (
        <div className="quiet">
          {words.onBehalf(data.onBehalf.saidBy, WORDS.terms.onBehalfWays[data.onBehalf.how], data.onBehalf.saidOn)}
        </div>
      )}
      <dl className="texts">
        {texts.map(([label, text]) =>
          text === '' && label !== words.progress ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="reading">{text}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

/** The unit and the person; of a report on behalf, the unit that it is of, and who of the office typed it. */
function reportedBy({ data, entry: { actor }, unitName }: Report): string {
  if (data.onBehalf === undefined) return words.by(unitName, actor.name, data.on);
  return words.typedBy(unitName, actor.unitName ?? '', actor.name, data.on);
}

function PercentMark({ report: { data, percentChange } }: { readonly report: Report }): ReactElement {
  return (
    <span>
      <strong className="number">{words.percent(data.percent ?? 0)}</strong>
      {percentChange !== null && (
        <span className="quiet number">
          {' '}
          {percentChange === 0 ? words.same : words.moved(WORDS.parts.points(percentChange))}
        </span>
      )}
    </span>
  );
}
