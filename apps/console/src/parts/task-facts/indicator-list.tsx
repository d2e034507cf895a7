import { reachesTarget } from '#domain';
import { Skeleton } from 'antd';
import { lazy, type ReactElement, Suspense } from 'react';
import { type TaskDetail } from '../../api/answer';
import { TASK_WORDS } from '../../words/task.words';
import { targetText } from '../../telling';
import { planLine, plannedOn } from './indicator-plan';
import { type Reading, readingsOf, type Report } from './reports';

const words = TASK_WORDS.indicators;
const Chart = lazy(() => import('./reading-chart'));

type IndicatorStand = TaskDetail['indicators'][number];

interface Props {
  readonly task: Pick<TaskDetail, 'indicators' | 'due'>;
  readonly reports: readonly Report[];
  /** Without charts, where there is little room. */
  readonly brief?: boolean;
}

/** Every indicator with its target, its latest value and the values over time against the plan. */
export function IndicatorList({ task, reports, brief = false }: Props): ReactElement {
  if (task.indicators.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ul className="fact-list">
      {task.indicators.map((indicator) => (
        <li key={indicator.indicatorId}>
          <Latest indicator={indicator} />
          {!brief && (
            <OverTime indicator={indicator} readings={readingsOf(reports, indicator.indicatorId)} due={task.due} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Latest({ indicator }: { readonly indicator: IndicatorStand }): ReactElement {
  const { name, unit, reading } = indicator;
  return (
    <div className="fact-head">
      <span className="fact-name">{name}</span>
      <span className="number">
        {reading === null ? (
          <span className="quiet">{words.noReading}</span>
        ) : (
          <>
            <strong>{`${reading.value}${unit}`}</strong>
            <span className="quiet">{` ${reading.readOn} ${standWord(indicator, reading.value)}`}</span>
          </>
        )}
        <span className="target">{words.target(targetText(indicator))}</span>
      </span>
    </div>
  );
}

function standWord(indicator: IndicatorStand, reading: number): string {
  const reached = reachesTarget(indicator, reading);
  if (reached === null) return words.toJudge;
  return reached ? words.met : words.notMet;
}

interface OverTimeProps {
  readonly indicator: IndicatorStand;
  readonly readings: readonly Reading[];
  readonly due: string | null;
}

function OverTime({ indicator, readings, due }: OverTimeProps): ReactElement | null {
  if (readings.length === 0) return null;
  const plan = planLine(readings, indicator, due);
  const { name, unit } = indicator;
  return (
    <>
      {readings.length > 1 && (
        <Suspense fallback={<Skeleton.Node active className="chart" />}>
          <Chart indicator={indicator} readings={readings} plan={plan} />
        </Suspense>
      )}
      <details className="data-table">
        <summary>{words.table}</summary>
        <table aria-label={words.chart(name)}>
          <thead>
            <tr>
              <th scope="col">{words.readOn}</th>
              <th scope="col">{words.value}</th>
              {plan !== null && <th scope="col">{words.plan}</th>}
              <th scope="col">{words.reporter}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ readOn, value, unitName }) => (
              <tr key={readOn}>
                <td className="number">{readOn}</td>
                <td className="number">{`${value}${unit}`}</td>
                {plan !== null && <td className="number">{`${plannedOn(plan, readOn) ?? ''}${unit}`}</td>}
                <td>{unitName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
