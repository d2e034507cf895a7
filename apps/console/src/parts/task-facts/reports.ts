import { type Evidence, type Indicator, TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { type TimelineEntry } from '../../api/answer';
import { type Step } from '../../telling';

const REPORTED = TASK_EVENTS['lane.reported'];
type Reported = z.infer<typeof REPORTED.schema>;

/** A report that stands, with what it says beside the one before. */
export interface Report {
  readonly entry: TimelineEntry;
  readonly data: Reported;
  readonly unitName: string;
  /** Change of the percentage in points; null where there is nothing to compare. */
  readonly moved: number | null;
}

/** A file with the report that it came with. */
export interface ShownFile {
  readonly file: Evidence;
  readonly on: string;
  readonly unitName: string;
}

/** One value of an indicator on a day. */
export interface Reading {
  readonly readOn: string;
  readonly value: number;
  readonly unitName: string;
}

/** The reports that were not taken back, the newest first. */
export function reportsOf(steps: readonly Step[]): Report[] {
  let percent: number | null = null;
  const reports = steps.flatMap(({ entry, undone }): Report[] => {
    if (entry.type !== REPORTED.type || undone) return [];
    const read = REPORTED.schema.safeParse(entry.data);
    if (!read.success) return [];
    const { data } = read;
    const moved = data.percent === null || percent === null ? null : rounded(data.percent - percent);
    percent = data.percent ?? percent;
    const unitName = entry.units.find(({ unitId }) => unitId === data.lane)?.name ?? data.lane;
    return [{ entry, data, unitName, moved }];
  });
  return reports.reverse();
}

/** All files, each once, the newest first. */
export function filesOf(reports: readonly Report[]): ShownFile[] {
  const shown = new Map<string, ShownFile>();
  for (const { data, unitName } of [...reports].reverse()) {
    for (const file of data.evidence) {
      const key = `${file.hash}/${file.fileName}`;
      if (!shown.has(key)) shown.set(key, { file, on: data.on, unitName });
    }
  }
  return [...shown.values()].reverse();
}

/** The readings of an indicator by their day; of several on one day the one told last. */
export function readingsOf(reports: readonly Report[], indicatorId: string): Reading[] {
  const byDay = new Map<string, Reading>();
  for (const { data, unitName } of [...reports].reverse()) {
    for (const { indicatorId: of, readOn, value } of data.readings) {
      if (of === indicatorId) byDay.set(readOn, { readOn, value, unitName });
    }
  }
  return [...byDay.values()].sort((one, other) => (one.readOn < other.readOn ? -1 : 1));
}

const DAY = 86_400_000;
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The straight way from the first reading to the target on the due day; null where nothing dates the target. */
export interface PlanLine {
  readonly from: { readonly day: string; readonly value: number };
  readonly to: { readonly day: string; readonly value: number };
}

/** See `PlanLine`. A range is aimed at where it begins. */
export function planLine(
  readings: readonly Reading[],
  { value: target }: Pick<Indicator, 'value'>,
  due: string | null,
): PlanLine | null {
  const [first] = readings;
  if (first === undefined || due === null || due <= first.readOn) return null;
  return { from: { day: first.readOn, value: first.value }, to: { day: due, value: target } };
}

/** What the plan asks for on a day; null outside of it. */
export function plannedOn(plan: PlanLine | null, day: string): number | null {
  if (plan === null || day < plan.from.day) return null;
  if (day >= plan.to.day) return plan.to.value;
  const part = (instant(day) - instant(plan.from.day)) / (instant(plan.to.day) - instant(plan.from.day));
  return rounded(plan.from.value + (plan.to.value - plan.from.value) * part);
}

/** Whether a value is what the indicator asks for. */
export function meets({ op, value, max }: Pick<Indicator, 'op' | 'value' | 'max'>, reading: number): boolean {
  switch (op) {
    case '>=':
      return reading >= value;
    case '<=':
      return reading <= value;
    case '=':
      return reading === value;
    case 'range':
      return reading >= value && (max === null || reading <= max);
  }
}

/** The days that a chart spans, with a little air at both ends. */
export function span(readings: readonly Reading[], plan: PlanLine | null): readonly [from: number, to: number] {
  const days = [...readings.map(({ readOn }) => readOn), ...(plan === null ? [] : [plan.to.day])].sort();
  const from = instant(days[0] ?? '2000-01-01');
  const to = instant(days.at(-1) ?? '2000-01-01');
  const air = Math.max((to - from) * 0.04, 2 * DAY);
  return [from - air, to + air];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
