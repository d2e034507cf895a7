import { type Evidence, TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { type TimelineEntry } from '../../api/answer';
import { type Step } from '../../telling';

const REPORTED = TASK_EVENTS['lane.reported'];
type Reported = z.infer<typeof REPORTED.schema>;

/** A report that was not withdrawn. */
export interface Report {
  readonly entry: TimelineEntry;
  readonly data: Reported;
  readonly unitName: string;
  /** Points by which the percentage differs from the one that the same unit stated before; null for its first one. */
  readonly percentChange: number | null;
}

/** A file with the day and the unit of its report. */
export interface ShownFile {
  readonly file: Evidence;
  readonly on: string;
  readonly unitName: string;
}

/** The value of an indicator on a day. */
export interface Reading {
  readonly readOn: string;
  readonly value: number;
  readonly unitName: string;
}

/** The reports that were not withdrawn, newest first. */
export function reportsOf(steps: readonly Step[]): Report[] {
  const percents = new Map<string, number>();
  const reports = steps.flatMap(({ entry, undone }): Report[] => {
    if (entry.type !== REPORTED.type || undone) return [];
    const read = REPORTED.schema.safeParse(entry.data);
    if (!read.success) return [];
    const { data } = read;
    const before = percents.get(data.lane);
    const percentChange = data.percent === null || before === undefined ? null : rounded(data.percent - before);
    if (data.percent !== null) percents.set(data.lane, data.percent);
    const unitName = entry.units.find(({ unitId }) => unitId === data.lane)?.name ?? data.lane;
    return [{ entry, data, unitName, percentChange }];
  });
  return reports.reverse();
}

/** Of reports, newest first, the last one of each unit. */
export function latestOfEach(reports: readonly Report[]): Report[] {
  return reports.filter(({ data }, index) => reports.findIndex((each) => each.data.lane === data.lane) === index);
}

/** Of reports, newest first, the last one of a lead before all others: it says how the task stands, a support's note adds to it. */
export function leadFirst(reports: readonly Report[], leads: readonly string[]): Report[] {
  const first = reports.find(({ data }) => leads.includes(data.lane));
  return first === undefined ? [...reports] : [first, ...reports.filter((each) => each !== first)];
}

/** The files of all reports, newest first. A file that was sent again is listed once, with its first report. */
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

/** The readings of an indicator in the order of their days. Of several for one day, the one reported last counts. */
export function readingsOf(reports: readonly Report[], indicatorId: string): Reading[] {
  const byDay = new Map<string, Reading>();
  for (const { data, unitName } of [...reports].reverse()) {
    for (const { indicatorId: reported, readOn, value } of data.readings) {
      if (reported === indicatorId) byDay.set(readOn, { readOn, value, unitName });
    }
  }
  return [...byDay.values()].sort((one, other) => (one.readOn < other.readOn ? -1 : 1));
}

/** Rounds to two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
