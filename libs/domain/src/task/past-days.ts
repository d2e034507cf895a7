import { z } from 'zod';
import { type Day, daySchema } from '../calendar';
import { isRejection, reject, type Rejection } from '../shared/rejection';
import { isTakenOn } from './lanes';
import { termsOf } from './limits';
import { isDone } from './obligations';
import { type TaskEvent } from './task-act';
import { distinct, MAX_LIMITS, partIdSchema } from './task.parts';
import { type LimitState, type TaskState } from './task.state';

/**
 * What becomes of days that are over as a task is assigned or split (Late before it began): all are kept; or each is named with its new day, or
 * with null to keep it.
 */
export const pastDaysSchema = z.union([
  z.literal('keep'),
  z
    .array(z.strictObject({ limitId: partIdSchema, due: daySchema.nullable() }))
    .max(MAX_LIMITS)
    .refine(distinct('limitId'), 'TASK.LIMIT_TWICE'),
]);
export type PastDays = z.infer<typeof pastDaysSchema>;

/** The dated limits whose day is over and that a lead would get now that has not done them: it would be late before it began. */
export function pastLimits(state: Pick<TaskState, 'limits' | 'lanes' | 'leads'>, today: Day): readonly LimitState[] {
  const coming = comingLeads(state);
  return state.limits.filter(
    (limit) =>
      limit.recurrence === null &&
      limit.due !== null &&
      limit.due < today &&
      coming.some((unitId) => !isDone(limit, unitId, null)),
  );
}

/** The leads that an assignment gives the task to: all but those that have it and did not decline it. */
function comingLeads({ lanes, leads }: Pick<TaskState, 'lanes' | 'leads'>): readonly string[] {
  const atWork = (unitId: string) =>
    lanes.some((lane) => lane.unitId === unitId && lane.role === 'lead' && lane.answer !== 'declined');
  return leads.filter((unitId) => !atWork(unitId));
}

/** The moves of days that an assignment sets anew. @returns a refusal unless every day that is over is answered for */
export function settledPastDays(
  state: TaskState,
  settled: PastDays | undefined,
  today: Day,
): readonly TaskEvent[] | Rejection {
  const past = pastLimits(state, today);
  if (past.length === 0 || settled === 'keep') return [];
  const found = past.map((limit) => moveOf(limit, settled ?? [], today));
  const fault = found.find(isRejection);
  if (fault) return fault;
  const moves = found.flatMap((each) => (isRejection(each) ? [] : each));
  return moves.length > 0 && isTakenOn(state) ? NEEDS_SECOND : moves;
}

function moveOf(limit: LimitState, settled: Exclude<PastDays, 'keep'>, today: Day): readonly TaskEvent[] | Rejection {
  const { limitId } = limit;
  const answer = answerFor(limitId, settled, today) ?? DUE_PASSED;
  if (isRejection(answer)) return answer;
  if (answer.due === null) return [];
  const from = termsOf(limit);
  const to = { ...from, due: answer.due };
  return [
    { type: 'limit.moved', data: { limitId, period: null, from, to, kind: 'correction', reason: REASON, cause: null } },
  ];
}

type Answer = Exclude<PastDays, 'keep'>[number];

/** What is to become of a day that is over; a refusal of a new day that is over too; null where nothing was said of it. */
export function answerFor(limitId: string, settled: readonly Answer[], today: Day): Answer | Rejection | null {
  const answer = settled.find((each) => each.limitId === limitId) ?? null;
  return answer !== null && answer.due !== null && answer.due < today ? NEW_DAY_PASSED : answer;
}

const NEW_DAY_PASSED = reject('TASK.DUE_IN_PAST', '重新确定的时限早于今天，请改为今天或之后。');
const REASON = '交办时时限已过，重新确定';
const DUE_PASSED = reject('TASK.DUE_PASSED', '任务有时限已过，请为其填写新的日期，或选择保留原日期后再交办。');
const NEEDS_SECOND = reject(
  'TASK.DATES_NEED_SECOND',
  '已有单位签收，移动时限须由其他人员审批：请选择保留原日期交办，再申请更正。',
);
