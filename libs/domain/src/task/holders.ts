import { addMonths, addWorkingDays, CalendarError, type Day, dayInShanghai } from '../calendar';
import { type Rules } from '../shared/circumstances';
import { nextDayOf } from './due-days';
import { clockRungKey } from './clock-rung';
import { instructionNamed } from './instructions';
import { laneOf } from './lanes';
import { type TaskState, type Turn, type TurnKind } from './task.state';

/** Who holds a task, since when, and until when. */
export interface Holder extends Turn {
  /** The day on which the holder's clock runs out; null where nothing in the holder's hands has a date. */
  readonly due: Day | null;
}

/** The turns that have a clock of their own: a unit at work has its limits, a suspended task goes on by itself. */
export const CLOCKED: readonly TurnKind[] = [
  'assign',
  'reply',
  'reassign',
  'check',
  'close',
  'review',
  'decide',
  'answer',
];

/**
 * Everybody who holds a task, each with a clock. No open task is without a holder, and one of them has a day: a task in which nothing has
 * one is looked at by the office.
 */
export function holdersOf(state: TaskState, rules: Rules): readonly Holder[] {
  return state.turns.map((turn) => ({ ...turn, due: clockOut(state, turn, rules) }));
}

function clockOut(state: TaskState, turn: Turn, rules: Rules): Day | null {
  const lane = laneOf(state, turn.lane);
  switch (turn.kind) {
    case 'work':
      return lane && nextDayOf(state, lane);
    case 'suspended':
      return state.suspension?.until ?? null;
    case 'answer':
      return instructionNamed(state, turn.instructionId ?? '')?.answerBy ?? null;
    case 'review':
      return after(() => reviewDay(state, turn, rules));
    default:
      return dayOfTurn({ ...turn, kind: turn.kind }, lane?.replyBy ?? null, rules);
  }
}

/** The turns whose clock counts so many working days from their beginning. */
export type CountedTurn = 'assign' | 'reply' | 'reassign' | 'check' | 'close' | 'decide';

/**
 * The day on which the clock of such a turn runs out; null beyond the end of the calendar.
 * @param replyBy the day that the assignment names for an answer
 */
export function dayOfTurn(
  { kind, since }: { readonly kind: CountedTurn; readonly since: string },
  replyBy: Day | null,
  { calendar, policy }: Rules,
): Day | null {
  if (kind === 'reply' && replyBy !== null) return replyBy;
  return after(() => addWorkingDays(dayInShanghai(since), policy.clocks[kind], calendar));
}

/** After so many months, and then told again and again. A ladder without notices begins anew so many months later. */
function reviewDay(state: TaskState, turn: Turn, { policy }: Rules): Day {
  const { reviewMonths } = policy.clocks;
  const last = policy.ladders.holders.rungs.at(-1)?.rungId ?? '';
  const from = dayInShanghai(turn.since);
  let due = addMonths(from, reviewMonths);
  if (policy.ladders.holders.notices !== null) return due;
  for (let times = 2; state.fired.includes(clockRungKey(state.round, turn, last, due)); times += 1) {
    due = addMonths(from, reviewMonths * times);
  }
  return due;
}

/** None beyond the end of the calendar. */
function after(day: () => Day): Day | null {
  try {
    return day();
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'CALENDAR.DAY_OUT_OF_RANGE') return null;
    throw error;
  }
}
