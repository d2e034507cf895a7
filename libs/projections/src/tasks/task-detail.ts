import { type TaskDetail, type TaskRow } from '#contracts';
import { lampOf, type LimitState, remainingWorkingDays, type TaskState } from '#domain';
import { type OnDay } from './standing';

type Detail = TaskDetail['task'];
/** What a task in full has beside its row: fields of its own, and names of units with their places in the document. */
type Parts = Omit<Detail, Exclude<keyof TaskRow, 'leadUnitNames' | 'supportUnitNames'> | 'doubts' | 'acts'>;

/** The parts of a task in full that come from its state. */
export function detailParts(state: TaskState, day: OnDay): Parts {
  const { assignment, undo } = state;
  return {
    body: state.body,
    source: state.source,
    leadUnitNames: [...state.leadUnitNames],
    supportUnitNames: [...state.supportUnitNames],
    limits: state.limits.map((limit) => limitStanding(limit, day)),
    limitsConfirmed: state.limitsConfirmed,
    assignment: assignment && {
      requirements: assignment.requirements,
      replyBy: assignment.replyBy,
      calendarVersion: assignment.calendarVersion,
      ladderVersion: assignment.ladderVersion,
    },
    lastProblems: state.lastReport?.problems ?? null,
    reportCount: state.reportCount,
    outcome: state.closing?.outcome ?? null,
    lastStepOn: state.lastStepOn,
    withdrawable: undo && { step: undo.step, accountId: undo.accountId },
  };
}

/** A recurring limit stands as its oldest open period does. */
function limitStanding(limit: LimitState, { today, calendar }: OnDay): Detail['limits'][number] {
  const due = limit.recurrence === null ? limit.due : (limit.openPeriods[0]?.due ?? null);
  const done = limit.done !== null;
  return {
    ...limit,
    chain: [...limit.chain],
    openPeriods: [...limit.openPeriods],
    lamp: lampOf({ due, today, done, suspended: false }, calendar),
    remainingWorkingDays: done || due === null ? null : remainingWorkingDays(today, due, calendar),
  };
}
