import { daySchema, evidenceSchema, type TASK_ACTS } from '#domain';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { type Report } from '../../parts/task-facts/reports';
import { statedDay, statedDayValue } from './stated-day';

/** A value being typed, with its day. */
const typedReading = z.object({ value: z.number().nullish(), readOn: daySchema.nullish() });

/** What a report's form holds while it is being filled. */
export const reportValues = {
  progress: z.string(),
  problems: z.string(),
  nextSteps: z.string(),
  helpNeeded: z.string(),
  percent: z.number().nullable(),
  readings: z.record(z.string(), typedReading),
  limitsDone: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  ...statedDayValue,
};
export type ReportValues = z.infer<z.ZodObject<typeof reportValues>>;

/** What the form begins with: the problems and next steps of the last report still stand until somebody says otherwise. */
export function initialReport(last: Report | null): ReportValues {
  const { problems = '', nextSteps = '', helpNeeded = '' } = last?.data.texts ?? {};
  return {
    progress: '',
    problems,
    nextSteps,
    helpNeeded,
    percent: null,
    readings: {},
    limitsDone: [],
    evidence: [],
    occurredOn: null,
  };
}

type ReportBody = Omit<z.input<(typeof TASK_ACTS)['task.report']['command']>, 'seenRevision'>;

/**
 * The body of a report. Fields without a field on the screen (a task without indicators or limits) are left out by the form.
 * @param today the day of a reading whose day was not touched
 */
export function reportBody(values: Partial<ReportValues> & { progress: string }, today: string): ReportBody {
  const { progress, problems, nextSteps, helpNeeded, percent, readings = {}, limitsDone, evidence } = values;
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
    limitsDone: [...(limitsDone ?? [])],
    ...statedDay(values),
  };
}

/** The limits that a report can settle now: dated ones that are not done, and recurring ones with a period owed. */
export function settleable({ limits }: Pick<TaskDetail, 'limits'>): TaskDetail['limits'] {
  return limits.filter(({ recurrence, done, openPeriods }) =>
    recurrence === null ? done === null : openPeriods.length > 0,
  );
}
