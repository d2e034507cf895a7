import { type EChartsCoreOption } from 'echarts/core';
import { type Indicator } from '#domain';
import { COLORS } from '../../app/theme';
import { TASK_WORDS } from '../../words/task.words';
import { type PlanLine, timeAxis } from './indicator-plan';
import { type Reading } from './reports';

const words = TASK_WORDS.indicators;

/** The chart of readings and plan. Everything is drawn on the canvas, because the content policy forbids inline styles in markup. */
export function chartOption(
  indicator: Indicator,
  readings: readonly Reading[],
  plan: PlanLine | null,
  fontFamily: string,
): EChartsCoreOption {
  const [from, to] = timeAxis(readings, plan);
  const axis = {
    axisLine: { lineStyle: { color: COLORS.line } },
    axisLabel: { color: COLORS.quiet, hideOverlap: true },
  };
  const planned = plan === null ? [] : [plan.from, plan.to].map(({ day, value }) => [day, value]);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
    // Without a shape of its own each entry looks like its line; so flat that the point on it is no thicker.
    legend: { top: 0, right: 0, itemHeight: 3, itemWidth: 30, textStyle: { color: COLORS.text } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      valueFormatter: (value: unknown) => `${String(value)}${indicator.unit}`,
    },
    xAxis: {
      ...axis,
      type: 'time',
      min: from,
      max: to,
      splitNumber: 4,
      axisLabel: { ...axis.axisLabel, formatter: '{yyyy}-{MM}-{dd}' },
    },
    yAxis: {
      ...axis,
      type: 'value',
      scale: true,
      name: indicator.unit,
      nameTextStyle: { color: COLORS.quiet },
      splitLine: { lineStyle: { color: COLORS.line } },
    },
    series: [
      {
        name: words.actualSeries,
        type: 'line',
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2 },
        color: COLORS.action,
        data: readings.map(({ readOn, value }) => [readOn, value]),
        markLine: targetLines(indicator),
      },
      ...(plan === null
        ? []
        : [
            {
              name: words.planSeries,
              type: 'line',
              symbol: 'none',
              lineStyle: { width: 2, type: 'dashed' },
              color: COLORS.still,
              data: planned,
            },
          ]),
    ],
  };
}

function targetLines({ op, value, max, approximate }: Indicator): object {
  // Plan and readings come to the target at the end: at its beginning the label is clear of them, on the side that is in the chart.
  const low = targetLine(value, 'insideStartTop');
  const lines =
    max === null
      ? [op === '<=' ? low : targetLine(value, 'insideStartBottom')]
      : [low, targetLine(max, 'insideStartBottom')];
  return {
    silent: true,
    symbol: 'none',
    label: { formatter: approximate ? words.aboutSeries : words.targetSeries, color: COLORS.quiet },
    lineStyle: { color: COLORS.near, type: 'solid', width: 1 },
    data: lines,
  };
}

function targetLine(yAxis: number, position: 'insideStartTop' | 'insideStartBottom'): object {
  return { yAxis, label: { position } };
}
