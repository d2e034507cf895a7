import { z } from 'zod';
import { type Day, daySchema } from '../calendar';
import { type Decision } from '../shared/act-definition';
import { type Circumstances } from '../shared/circumstances';
import { freeTextSchema } from '../shared/private-data';
import { reject, type Rejection } from '../shared/rejection';
import { lineSchema } from '../shared/schema';
import { filesFault, readingsFault, unknownLimit, workingFault } from './checks';
import { evidenceKindFault } from './evidence-kinds';
import { isDone, nextPeriodAfter, openOfLimit, owes } from './obligations';
import { type TaskEvent } from './task-act';
import { evidenceInput, stepFields } from './task.form';
import { MAX_OBLIGATIONS, readingSchema } from './task.parts';
import { type LaneState, type TaskState } from './task.state';

const doneInput = z.strictObject({
  limitId: lineSchema(20),
  period: lineSchema(20).nullable().default(null),
  on: daySchema.optional(),
});
type Done = z.output<typeof doneInput>;

/** What a report says, whoever types it in. */
export const reportFields = {
  progress: freeTextSchema(4_000, 1),
  problems: freeTextSchema(4_000, 0).default(''),
  nextSteps: freeTextSchema(4_000, 0).default(''),
  helpNeeded: freeTextSchema(4_000, 0).default(''),
  percent: z.number().min(0).max(100).nullable().default(null),
  readings: z.array(readingSchema).max(100).default([]),
  evidence: z.array(evidenceInput).max(50).default([]),
  /** Exactly what is done: dated limits (period null), and periods that are owed or come next. A day left out is that of the report. */
  done: z.array(doneInput).max(MAX_OBLIGATIONS).default([]),
  ...stepFields,
};
const NOT_OWED = reject(
  'TASK.LIMIT_NOT_OWED',
  '所选时限由牵头单位负责完成，配合单位请在进展情况中写明，由牵头单位填报完成。',
);
const PERIOD_UNKNOWN = reject('TASK.PERIOD_UNKNOWN', '所选期次不在本单位应报的期次中，请选择应报的期次或下一期。');
const DONE_IN_FUTURE = reject('TASK.DAY_IN_FUTURE', '完成日期晚于今天，请填写实际完成的日期。');

type Report = z.output<z.ZodObject<typeof reportFields>>;
type Reported = Extract<TaskEvent, { type: 'lane.reported' }>;

/** The event of a report in a lane. */
export function reportIn(
  lane: LaneState | null,
  state: TaskState,
  report: Report,
  { today, policy, facts }: Pick<Circumstances, 'today' | 'policy' | 'facts'>,
  onBehalf?: Reported['data']['onBehalf'],
): Decision<TaskEvent> {
  const fault =
    workingFault(lane) ??
    readingsFault(state, report.readings, today) ??
    evidenceKindFault(report.evidence, policy) ??
    filesFault(report.evidence, facts) ??
    doneFault(state, lane, report.done, today);
  if (fault || lane === null) return fault ?? [];
  const { progress, problems, nextSteps, helpNeeded, percent, readings, evidence } = report;
  const on = report.occurredOn ?? today;
  const done = newlyDone(lane, state, report.done).map((each) => ({ ...each, on: each.on ?? on }));
  const data = {
    lane: lane.unitId,
    on,
    texts: { progress, problems, nextSteps, helpNeeded },
    percent,
    readings,
    evidence,
    done,
  };
  return [{ type: 'lane.reported', data: onBehalf ? { ...data, onBehalf } : data }];
}

/** What is named and was not done before: a completion stays on the day first told. */
function newlyDone({ unitId }: LaneState, { limits }: TaskState, done: readonly Done[]): readonly Done[] {
  return done.filter(({ limitId, period }, index) => {
    const limit = limits.find((each) => each.limitId === limitId);
    const first = done.findIndex((each) => each.limitId === limitId && each.period === period) === index;
    return first && limit !== undefined && !isDone(limit, unitId, period);
  });
}

/** A report names limits of the task that its lane owes, periods that are owed or come next, and no days to come. */
function doneFault(state: TaskState, lane: LaneState | null, done: readonly Done[], today: Day): Rejection | null {
  if (lane === null || done.length === 0) return null;
  const unknown = unknownLimit(
    state,
    done.map(({ limitId }) => limitId),
  );
  if (unknown) return unknown;
  const named = new Set(done.map(({ limitId }) => limitId));
  if (state.limits.some((limit) => named.has(limit.limitId) && !owes(limit, lane))) return NOT_OWED;
  if (done.some(({ on }) => on !== undefined && on > today)) return DONE_IN_FUTURE;
  const reportable = reportableParts(state, lane, today);
  const canBeNamed = ({ limitId, period }: Done): boolean =>
    reportable.some((part) => part.limitId === limitId && part.period === period) ||
    state.limits.some((limit) => limit.limitId === limitId && isDone(limit, lane.unitId, period));
  return done.every(canBeNamed) ? null : PERIOD_UNKNOWN;
}

/** What a report may name as done. */
export interface ReportablePart {
  readonly limitId: string;
  /** Null for a dated limit. */
  readonly period: string | null;
  /** True for the period that comes next and is not owed yet. */
  readonly next: boolean;
}

/** What a lane's report may name on a day and is not done: its dated limits, the periods that it owes, oldest first, and the next one. */
export function reportableParts(state: TaskState, lane: LaneState, today: Day): readonly ReportablePart[] {
  return state.limits
    .filter((limit) => owes(limit, lane))
    .flatMap((limit): readonly ReportablePart[] => {
      const { limitId, recurrence } = limit;
      if (recurrence === null) return isDone(limit, lane.unitId, null) ? [] : [{ limitId, period: null, next: false }];
      const owed = openOfLimit(state, limit, [lane], today).map(({ period }) => ({ limitId, period, next: false }));
      const coming = nextPeriodAfter(state, limit, lane, today);
      return coming === null || isDone(limit, lane.unitId, coming)
        ? owed
        : [...owed, { limitId, period: coming, next: true }];
    });
}
