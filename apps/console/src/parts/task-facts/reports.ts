import { type Evidence, evidenceSchema, TASK_EVENTS } from '#domain';
import { z } from 'zod';
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

/** A file with the day and the unit of the step that it came with. */
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

/** The files that come with a unit's step: those of its report, and the sheet that it returned to the office, which recorded the step. */
const sent = z.object({
  lane: z.string().optional(),
  on: z.string().optional(),
  evidence: z.array(evidenceSchema).catch([]),
  onBehalf: z
    .object({ unitId: z.string().optional(), saidOn: z.string(), sheet: z.array(evidenceSchema) })
    .optional()
    .catch(undefined),
});

/** The files of all steps that were not withdrawn, newest first. A file that was sent again is listed once, with its first step. */
export function filesOf(steps: readonly Step[]): ShownFile[] {
  const shown = new Map<string, ShownFile>();
  for (const { entry, undone } of steps) {
    const { lane, on, evidence = [], onBehalf } = (undone ? undefined : sent.safeParse(entry.data).data) ?? {};
    const unitId = lane ?? onBehalf?.unitId;
    const unitName = entry.units.find((unit) => unit.unitId === unitId)?.name ?? unitId ?? '';
    const sheet = (onBehalf?.sheet ?? []).map((file) => ({ file, on: onBehalf?.saidOn ?? '', unitName }));
    const files: readonly ShownFile[] = [...evidence.map((file) => ({ file, on: on ?? '', unitName })), ...sheet];
    for (const each of files) {
      const key = `${each.file.hash}/${each.file.fileName}`;
      const known = shown.get(key);
      if (known === undefined) shown.set(key, each);
      // Sent again, it was said what kind of evidence it is.
      else if (each.file.kind !== undefined) shown.set(key, { ...known, file: each.file });
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
