import { evidenceSchema, type TASK_ACTS } from '#domain';
import { z } from 'zod';
import { type Lane } from '../../parts/lanes';
import { partKey } from '../../parts/task-facts/due-parts';
import { type LastReport } from './last-report';
import { statedDay, statedDayValue } from './stated-day';

/** A value being typed, with its day, or the text that is none yet. */
const typedReading = z.object({ value: z.number().nullish(), readOn: z.string().nullish() });

/** What a report's form holds while it is being filled. */
export const reportValues = {
  progress: z.string(),
  problems: z.string(),
  nextSteps: z.string(),
  helpNeeded: z.string(),
  percent: z.number().nullable(),
  readings: z.record(z.string(), typedReading),
  /** Keys of the limits and periods that are done. */
  done: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  ...statedDayValue,
};
export type ReportValues = z.infer<z.ZodObject<typeof reportValues>>;

/** The values that a form begins with by its lane, and that change with the lane. */
type OfLane = Pick<ReportValues, 'problems' | 'nextSteps' | 'helpNeeded' | 'done'>;

/** The problems and next steps of the lane's last report still stand until somebody says otherwise; its oldest period is reported. */
export function valuesOfLane(lane: Lane | null, last: LastReport | null): OfLane {
  const { problems = '', nextSteps = '', helpNeeded = '' } = last?.texts ?? {};
  return { problems, nextSteps, helpNeeded, done: oldestPeriod(lane?.reportable ?? []) };
}

/** What the form begins with. */
export function initialReport(lane: Lane | null, last: LastReport | null): ReportValues {
  return { progress: '', percent: null, readings: {}, evidence: [], occurredOn: null, ...valuesOfLane(lane, last) };
}

/** The period that was owed first. A dated limit is done once, so nobody ticks it but the person. */
function oldestPeriod(reportable: Lane['reportable']): string[] {
  const owed = reportable.filter(({ period, next }) => period !== null && !next);
  const [first] = [...owed].sort((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1));
  return first === undefined ? [] : [partKey(first)];
}

/**
 * What changes in a form when another unit is chosen: its limits and periods, and texts that nobody has touched.
 * @param from what the form began with for the unit before
 * @param to what it begins with for the one chosen
 */
export function valuesMoved(typed: Partial<ReportValues>, from: OfLane, to: OfLane): OfLane {
  const text = (field: 'problems' | 'nextSteps' | 'helpNeeded'): string => {
    const now = typed[field] ?? '';
    return now === from[field] ? to[field] : now;
  };
  return { problems: text('problems'), nextSteps: text('nextSteps'), helpNeeded: text('helpNeeded'), done: to.done };
}

type ReportBody = Omit<z.input<(typeof TASK_ACTS)['task.report']['command']>, 'seenRevision'>;

/**
 * The body of a report. Fields without a field on the screen (a task without indicators or limits) are left out by the form.
 * @param lane offers what may be done; what a kept form names beside it is left out
 * @param today the day of a reading whose day was not touched
 */
export function reportBody(
  values: Partial<ReportValues> & { progress: string },
  lane: Lane | null,
  today: string,
): ReportBody {
  const { progress, problems, nextSteps, helpNeeded, percent, readings = {}, done = [], evidence } = values;
  return {
    progress,
    problems: problems ?? '',
    nextSteps: nextSteps ?? '',
    helpNeeded: helpNeeded ?? '',
    percent: percent ?? null,
    readings: Object.entries(readings).flatMap(([indicatorId, { value, readOn }]) =>
      typeof value === 'number' ? [{ indicatorId, value, readOn: readOn ?? today }] : [],
    ),
    evidence: [...(evidence ?? [])],
    done: (lane?.reportable ?? [])
      .filter((part) => done.includes(partKey(part)))
      .map(({ limitId, period }) => ({ limitId, period })),
    ...statedDay(values),
  };
}
