import { type Day } from '../calendar';
import { type Decision } from '../shared/act-definition';
import { reject, type Rejection } from '../shared/rejection';
import { tooFarFault } from './far-days';
import { termsOf } from './limits';
import { leadLanes, lanesIn } from './lanes';
import { dueOf, owes } from './obligations';
import { ALREADY_PROPOSED, askingUnit, openProposals } from './proposals';
import { reportableParts, type ReportablePart } from './reporting';
import { type TaskEvent } from './task-act';
import { type LaneState, type TaskState } from './task.state';

/** A later day for something that a lane owes. */
interface Wanted {
  readonly limitId: string;
  /** Null: a dated limit. */
  readonly period: string | null;
  readonly due: Day;
  readonly reason: string;
}

const NOT_OWED = reject('TASK.LIMIT_NOT_OWED', '所选时限或期次不在本单位未完成的事项中，请重新选择。');
const IN_PAST = reject('TASK.DUE_IN_PAST', '延期后的日期早于申请的日期，请改为申请当天或之后。');

const LEADS_LIMIT = reject(
  'TASK.LEADS_LIMIT',
  '该时限由牵头单位一并负责，延期会移动牵头单位的时限，配合单位不能申请，请商牵头单位申请延期；只涉及本单位的，请督查部门另设本单位的时限。',
);

/** Why a lane cannot ask for more time at all: nothing that it owes has a day, or a lead owes all of it too. */
export function nothingToExtend(state: TaskState, lane: LaneState, today: Day): Rejection | null {
  if (extendableParts(state, lane, today).length > 0) return null;
  return datedParts(state, lane, today).length > 0 ? LEADS_LIMIT : NOTHING;
}

/** True for what a supporting unit owes together with a lead: a request of its own would move the day of the lead. */
export function isForLeadToExtend(state: TaskState, { role }: LaneState, limitId: string): boolean {
  const limit = state.limits.find((each) => each.limitId === limitId);
  return (
    role === 'support' && limit !== undefined && leadLanes({ lanes: lanesIn(state) }).some((lead) => owes(limit, lead))
  );
}

/** Why a lane has nothing more to ask for: a request for each of its days waits already. */
export function everythingAsked(state: TaskState, lane: LaneState, today: Day): Rejection | null {
  const asked = openProposals(state).flatMap((open) =>
    open.act === 'task.extend' && askingUnit(open) === lane.unitId ? open.moves : [],
  );
  const isAsked = ({ limitId, period }: ReportablePart) =>
    asked.some((part) => part.limitId === limitId && part.period === period);
  return extendableParts(state, lane, today).every(isAsked) ? ALREADY_PROPOSED : null;
}

function extendableParts(state: TaskState, lane: LaneState, today: Day): readonly ReportablePart[] {
  return datedParts(state, lane, today).filter(({ limitId }) => !isForLeadToExtend(state, lane, limitId));
}

function datedParts(state: TaskState, lane: LaneState, today: Day): readonly ReportablePart[] {
  return reportableParts(state, lane, today).filter((part) => dueOf(state, part) !== null);
}

const NOTHING = reject('TASK.NOTHING_TO_EXTEND', '本单位没有带日期的未完成事项，无需延期。');

/**
 * The move of a day to a later one, which holds though it has gone by while the request waited: the unit is late from the new day, and its
 * rungs count from the approval. Overtaken for that, a unit that had asked in time had lost it by the slowness of whoever decides.
 * @returns a refusal for what the lane does not owe or only together with a lead, or has no day, and for a day before the present one or before the request
 */
export function extendedDay(
  state: TaskState,
  lane: LaneState,
  { limitId, period, due, reason }: Wanted,
  { today, askedOn }: { readonly today: Day; readonly askedOn: Day },
): Decision<TaskEvent> {
  const owed = reportableParts(state, lane, today).some((part) => part.limitId === limitId && part.period === period);
  const limit = state.limits.find((each) => each.limitId === limitId);
  if (!owed || !limit) return NOT_OWED;
  if (isForLeadToExtend(state, lane, limitId)) return LEADS_LIMIT;
  const now = dueOf(state, { limitId, period });
  if (now === null) return NO_DAY;
  if (due <= now) return reject('TASK.EXTENSION_NOT_LATER', `延期后的日期须晚于现在的时限（${now}），请重新填写。`);
  if (due < askedOn) return IN_PAST;
  const far = tooFarFault('limit', [due], today);
  if (far) return far;
  const terms = termsOf(limit);
  const [from, to] =
    period === null
      ? [terms, { ...terms, due }]
      : [
          { ...NO_TERMS, due: now },
          { ...NO_TERMS, due },
        ];
  return [{ type: 'limit.moved', data: { limitId, period, from, to, kind: 'extension', reason, cause: null } }];
}

const NO_DAY = reject('TASK.NOTHING_TO_EXTEND', '所选时限没有日期，无需延期。');
const NO_TERMS = { recurrence: null, dueOn: null };
