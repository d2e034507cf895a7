import { type Day } from '../calendar';
import { leadLanes, leadUnitsOf } from './lanes';
import { movesOfPeriods } from './moved-periods';
import { endOfDuties, isDone, owes } from './obligations';
import { type PastDays } from './past-days';
import { withNewDay } from './split-days';
import { type Limit } from './task.parts';
import { type LimitState, type TaskState } from './task.state';

/**
 * What a child gets where the split gives it nothing of its own: the parent's words, its targets, and the limits that it has not done, as
 * they are now, with the periods of them that were moved. A unit that splits its own part hands down what is left of that, the office
 * what is left to the leads: what a supporting unit alone owed was handed down too, to be owed a second time by others.
 * @param answers the new days that the split gives to days that are over: a duty without an end of its own ends with these
 */
export function inherited(state: TaskState, splitBy: string | null, answers: PastDays | undefined, today: Day) {
  const { title, body, limits, indicators } = state;
  const lead = leadLanes(state).find(({ unitId }) => unitId === splitBy);
  const leads = lead ? [lead.unitId] : leadUnitsOf(state);
  const left = limits.filter((limit) => isLeftTo(leads, limit));
  const end = endOfDuties({
    limits: limits.map((limit) => (left.includes(limit) ? withNewDay(limit, answers, today) : limit)),
  });
  return {
    content: {
      title,
      body,
      limits: left.map((limit) => plainLimit(limit, end)),
      indicators: indicators.map(({ reading: _reading, ...target }) => target),
    },
    moves: left.flatMap((limit) => movesOfPeriods(state, limit, limit.due ?? end, today)),
  };
}

/** True for a limit that one of the leads owes and has not done; of a recurring one there is more to come. */
function isLeftTo(leads: readonly string[], limit: LimitState): boolean {
  return leads.some((unitId) => owes(limit, { unitId, role: 'lead' }) && !isDone(limit, unitId, null));
}

/** A duty without an end of its own ends with the last dated limit of the parent, which the child may not have. */
function plainLimit(
  { limitId, sourceText, what, due, recurrence, dueOn, countedIn, span }: LimitState,
  end: Day | null,
): Limit {
  const last = recurrence === null ? due : (due ?? end);
  return { limitId, sourceText, what, due: last, recurrence, dueOn, ...(countedIn ? { countedIn } : {}), span };
}
