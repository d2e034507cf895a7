import { type Day, type Period, nextPeriod, periodById, periodOf } from '../calendar';
import { type DataOfEvents } from '../shared/event-definition';
import { peopleOf } from './moved-by';
import { dueOf } from './obligations';
import { rhythmOf } from './rhythm';
import { type LimitState, type Move, type TaskState } from './task.state';
import { type limitMoved } from './events/limit-moved.event';

/** A move of a limit, as its event tells it. */
type MoveData = DataOfEvents<{ readonly moved: typeof limitMoved }>['moved'];

const NO_TERMS = { recurrence: null, dueOn: null };

/**
 * The periods of a recurring limit that are due on another day than its rhythm gives, each as the move that it takes in a copy of the
 * limit which begins today. The rhythm alone was handed down, and the children owed the period on a day that was true no more. Left out is
 * what a unit that comes today does not owe (due by the rhythm before today), and a day that is over: the unit would be late before it
 * began, and nobody was asked.
 * @param end the last day of the duty
 */
export function movesOfPeriods(state: TaskState, limit: LimitState, end: Day | null, today: Day): readonly MoveData[] {
  const rule = rhythmOf(limit);
  if (rule === null) return [];
  const { limitId, movedPeriods } = limit;
  const periods = [...movedPeriods.map(({ period }) => periodById(rule, period)), ...stoodStill(limit)];
  const byId = new Map(periods.map((period) => [period.id, period]));
  return [...byId.values()].flatMap((period) => {
    const from = end !== null && end < period.due ? end : period.due;
    const due = dueOf(state, { limitId, period: period.id });
    if (due === null || due === from || due < today || from < today) return [];
    const terms = { from: { ...NO_TERMS, due: from }, to: { ...NO_TERMS, due } };
    return [{ limitId, period: period.id, ...terms, ...whyMoved(limit, period.id), cause: null }];
  });
}

/** The periods that a suspension of the limit has put off: those that it overlapped. */
function stoodStill(limit: LimitState): readonly Period[] {
  const rule = rhythmOf(limit);
  if (rule === null) return [];
  return limit.standstills.flatMap(({ from, to }) => {
    const found: Period[] = [];
    for (let period = periodOf(rule, from); period.from < to; period = nextPeriod(rule, period)) found.push(period);
    return found;
  });
}

/** Who moved it and why, as the limit's own chain says: by itself, or with the limit when that stood still. */
function whyMoved(
  { chain }: LimitState,
  period: string,
): Pick<Move, 'kind' | 'reason' | 'askedBy' | 'approvedBy' | 'askedFor'> {
  const alone = chain.findLast((move) => move.period === period);
  const move = alone ?? chain.findLast(({ kind }) => kind === 'suspension');
  if (move === undefined) throw new Error('a day that is not the rhythm’s own was moved');
  const { kind, reason } = move;
  return { kind, reason, ...peopleOf(move) };
}
