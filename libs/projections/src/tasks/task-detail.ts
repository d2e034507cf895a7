import { type TaskDetail, type TaskRow } from '#contracts';
import {
  completionOf,
  type Day,
  isSuspended,
  lampOf,
  type LimitState,
  openOfLimit,
  remainingWorkingDays,
  type TaskState,
  unclaimedLeads,
} from '#domain';
import { type UnitNames } from '../queries/read-models';
import { type OnDay } from './standing';

type Detail = TaskDetail['task'];
/** What a task in full has beside its row: fields of its own, and names of units with their places in the document. */
type Parts = Omit<Detail, Exclude<keyof TaskRow, 'leadUnitNames' | 'supportUnitNames'> | 'doubts' | 'acts'>;

/** The parts of a task in full that come from its state. */
export function detailParts(state: TaskState, day: OnDay, names: UnitNames): Parts {
  const { assignment, undo } = state;
  return {
    body: state.body,
    source: state.source,
    leadUnitNames: [...state.leadUnitNames],
    supportUnitNames: [...state.supportUnitNames],
    lanes: state.lanes.map(({ unitId, role, answer, claim }) => ({
      unit: names(unitId),
      role,
      answer,
      claimedOn: claim?.on ?? null,
    })),
    limits: state.limits.map((limit) => limitStanding(state, limit, day)),
    limitsConfirmed: state.limitsConfirmed,
    assignment: assignment && {
      requirements: assignment.requirements,
      replyBy: assignment.replyBy,
      rules: assignment.rules,
    },
    lastProblems: state.lastReport?.problems ?? null,
    reportCount: state.reportCount,
    outcome: state.closing?.outcome ?? null,
    lastStepOn: state.lastStepOn,
    withdrawable: undo && { step: undo.act, accountId: undo.accountId },
  };
}

/** The periods of a recurring limit that at least one lead owes, the oldest first. */
function openPeriodsOf(state: TaskState, limit: LimitState, today: Day): Detail['limits'][number]['openPeriods'] {
  const owed = openOfLimit(limit, unclaimedLeads(state), today);
  const dues = new Map(owed.flatMap(({ period, due }) => (period === null ? [] : [[period, due] as const])));
  return [...dues].map(([period, due]) => ({ period, due })).sort((one, other) => (one.due < other.due ? -1 : 1));
}

/** A recurring limit stands as the oldest period that a lead owes. */
function limitStanding(state: TaskState, limit: LimitState, { today, calendar }: OnDay): Detail['limits'][number] {
  const { limitId, sourceText, what, recurrence, dueOn, span, verifiedOn, armedAt } = limit;
  const openPeriods = openPeriodsOf(state, limit, today);
  const due = recurrence === null ? limit.due : (openPeriods[0]?.due ?? null);
  const completion = completionOf(state, limit);
  const done = completion !== null;
  return {
    limitId,
    sourceText,
    what,
    due: limit.due,
    recurrence,
    dueOn,
    span,
    chain: limit.chain.map(({ kind, period, to, since, reason }) => ({ kind, period, ...to, since, reason })),
    openPeriods,
    done: completion && { on: completion.on, claimedByRequest: completion.claimed },
    verifiedOn,
    armedAt,
    lamp: lampOf({ due, today, done, suspended: isSuspended(state) }, calendar),
    remainingWorkingDays: done || due === null ? null : remainingWorkingDays(today, due, calendar),
  };
}
