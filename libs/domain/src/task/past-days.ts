import { z } from 'zod';
import { type Day, daySchema } from '../calendar';
import { isRejection, reject, type Rejection } from '../shared/rejection';
import { tooFarFault } from './far-days';
import { isTakenOn } from './lanes';
import { termsOf } from './limits';
import { isDone, owes } from './obligations';
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

/**
 * The dated limits whose day is over and that a unit which gets the task now would owe: it would be late before it began. What only those
 * owe that have the task already is not asked for again.
 */
export function pastLimits(
  state: Pick<TaskState, 'limits' | 'lanes' | 'leads' | 'supports'>,
  today: Day,
): readonly LimitState[] {
  const coming = lanesToBe(state).filter((lane) => !isAtWork(state, lane));
  return state.limits.filter((limit) => {
    const isPast = limit.recurrence === null && limit.due !== null && limit.due < today;
    return isPast && coming.some((lane) => owes(limit, lane) && !isDone(limit, lane.unitId, null));
  });
}

type Assigned = Pick<TaskState['lanes'][number], 'unitId' | 'role'>;

/** The units as an assignment gives them the task. */
function lanesToBe({ leads, supports }: Pick<TaskState, 'leads' | 'supports'>): readonly Assigned[] {
  return [
    ...leads.map((unitId) => ({ unitId, role: 'lead' }) as const),
    ...supports.map((unitId) => ({ unitId, role: 'support' }) as const),
  ];
}

/** True for a unit that has the task in its role and did not decline it. */
function isAtWork({ lanes }: Pick<TaskState, 'lanes'>, { unitId, role }: Assigned): boolean {
  return lanes.some((lane) => lane.unitId === unitId && lane.role === role && lane.answer !== 'declined');
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

/** What is to become of a day that is over; a refusal of a new day that is over too, or too far ahead; null where nothing was said of it. */
export function answerFor(limitId: string, settled: readonly Answer[], today: Day): Answer | Rejection | null {
  const answer = settled.find((each) => each.limitId === limitId) ?? null;
  if (answer === null || answer.due === null) return answer;
  return answer.due < today ? NEW_DAY_PASSED : (tooFarFault('limit', [answer.due], today) ?? answer);
}

const NEW_DAY_PASSED = reject('TASK.DUE_IN_PAST', '重新确定的时限早于今天，请改为今天或之后。');
const REASON = '交办时时限已过，重新确定';
const DUE_PASSED = reject('TASK.DUE_PASSED', '任务有时限已过，请为其填写新的日期，或选择保留原日期后再交办。');
const NEEDS_SECOND = reject(
  'TASK.DATES_NEED_SECOND',
  '已有单位签收，移动时限须由其他人员审批：请选择保留原日期交办，再申请更正。',
);
