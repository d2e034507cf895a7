import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';
import { type Indicator } from '#domain';
import { TASK_WORDS } from '../../words/task.words';
import { chartOption } from './chart-option';
import { type PlanLine } from './indicator-plan';
import { type Reading } from './reports';

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

interface Props {
  readonly indicator: Indicator;
  readonly readings: readonly Reading[];
  readonly plan: PlanLine | null;
}

/** Readings against plan over time. The same figures stand in the table below it. */
export default function ReadingChart({ indicator, readings, plan }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current);
    chart.setOption(chartOption(indicator, readings, plan, getComputedStyle(place.current).fontFamily));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [indicator, readings, plan]);
  const latest = readings.at(-1);
  const label = TASK_WORDS.indicators.chartSummary(
    indicator.name,
    readings.length,
    latest === undefined ? '' : `${latest.value}${indicator.unit}`,
  );
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}
