import { z } from 'zod';
import { type Decision } from '../shared/act-definition';
import { type Circumstances } from '../shared/circumstances';
import { freeTextSchema } from '../shared/private-data';
import { reject, type Rejection } from '../shared/rejection';
import { lineSchema } from '../shared/schema';
import { filesFault, readingsFault, unknownLimit, workingFault } from './checks';
import { isDone, openObligations, owes } from './obligations';
import { type TaskEvent } from './task-act';
import { evidenceInput, stepFields } from './task.form';
import { readingSchema } from './task.parts';
import { type LaneState, type TaskState } from './task.state';

/** What a report says, whoever types it in. */
export const reportFields = {
  progress: freeTextSchema(4_000, 1),
  problems: freeTextSchema(4_000, 0).default(''),
  nextSteps: freeTextSchema(4_000, 0).default(''),
  helpNeeded: freeTextSchema(4_000, 0).default(''),
  percent: z.number().min(0).max(100).nullable().default(null),
  readings: z.array(readingSchema).max(100).default([]),
  evidence: z.array(evidenceInput).max(50).default([]),
  /** Limits that are done; of a recurring one, the oldest period that is owed. */
  limitsDone: z.array(lineSchema(20)).max(100).default([]),
  ...stepFields,
};
type Report = z.output<z.ZodObject<typeof reportFields>>;
type Reported = Extract<TaskEvent, { type: 'lane.reported' }>;

/** The event of a report in a lane. */
export function reportIn(
  lane: LaneState | null,
  state: TaskState,
  report: Report,
  { today, facts }: Pick<Circumstances, 'today' | 'facts'>,
  onBehalf?: Reported['data']['onBehalf'],
): Decision<TaskEvent> {
  const fault =
    workingFault(state, lane) ??
    readingsFault(state, report.readings, today) ??
    filesFault(report.evidence, facts) ??
    unknownLimit(state, report.limitsDone);
  if (fault || lane === null) return fault ?? [];
  const { progress, problems, nextSteps, helpNeeded, percent, readings, evidence } = report;
  const on = report.occurredOn ?? today;
  const done = doneBy(lane, state, report.limitsDone, { on, today });
  if ('rejected' in done) return done;
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

/** What a lane completes that it had not: of a recurring limit the oldest period that it owes, if it owes one. */
function doneBy(
  lane: LaneState,
  state: TaskState,
  limitIds: readonly string[],
  { on, today }: { readonly on: string; readonly today: string },
): Reported['data']['done'] | Rejection {
  const named = state.limits.filter(({ limitId }) => limitIds.includes(limitId));
  if (named.some((limit) => !owes(limit, lane))) {
    return reject(
      'TASK.LIMIT_NOT_OWED',
      '所选时限由牵头单位负责完成，配合单位请在进展情况中写明，由牵头单位填报完成。',
    );
  }
  const owed = openObligations(state, today).filter((each) => each.lane === lane.unitId);
  return named.flatMap((limit) => {
    const { limitId, recurrence } = limit;
    if (recurrence === null) return isDone(limit, lane.unitId, null) ? [] : [{ limitId, period: null, on }];
    const oldest = owed.find((each) => each.limitId === limitId);
    return oldest ? [{ limitId, period: oldest.period, on }] : [];
  });
}
