import { addMonths, addWorkingDays, CalendarError, type CompiledCalendar, type Day, dayInShanghai } from '../calendar';
import { type Policy } from '../ladder';
import { nextDayOf } from './due-days';
import { laneOf, workingLeads } from './lanes';
import { type TaskState, type Turn, type TurnKind } from './task.state';

/** Who holds a task, since when, and until when. */
export interface Holder extends Turn {
  /** The day on which the holder's clock runs out; null where nothing in the holder's hands has a date. */
  readonly due: Day | null;
}

/** By what clocks run. */
export interface Rules {
  readonly calendar: CompiledCalendar;
  readonly policy: Policy;
}

/** The turns that have a clock of their own: a unit at work has its limits, a suspended task goes on by itself. */
export const CLOCKED: readonly TurnKind[] = ['assign', 'reply', 'reassign', 'check', 'close', 'review', 'decide'];

/**
 * Everybody who holds a task, each with a clock. No open task is without a holder, and one of them has a day: a task in which nothing has
 * one is looked at by the office.
 */
export function holdersOf(state: TaskState, rules: Rules): readonly Holder[] {
  return state.turns.map((turn) => ({ ...turn, since: sinceOf(state, turn), due: clockOut(state, turn, rules) }));
}

/** A unit has an assignment from the start of its lane's clock, the office a task without dates from the last word of its units. */
function sinceOf(state: TaskState, { kind, lane, since }: Turn): string {
  if (kind === 'reply') return latest(since, laneOf(state, lane)?.since ?? since);
  if (kind !== 'review') return since;
  return latest(
    since,
    ...workingLeads(state).map((each) => each.since),
    ...[state.lastReportedAt].flatMap((at) => at ?? []),
  );
}

function latest(first: string, ...others: readonly string[]): string {
  return others.reduce((last, each) => (each > last ? each : last), first);
}

function clockOut(state: TaskState, turn: Turn, { calendar, policy: { clocks } }: Rules): Day | null {
  const lane = laneOf(state, turn.lane);
  const from = dayInShanghai(sinceOf(state, turn));
  switch (turn.kind) {
    case 'work':
      return lane && nextDayOf(state, lane);
    case 'suspended':
      return state.suspension?.until ?? null;
    case 'reply':
      return lane?.replyBy ?? after(() => addWorkingDays(from, clocks.reply, calendar));
    case 'review':
      return after(() => addMonths(from, clocks.reviewMonths));
    default: {
      const days = clocks[turn.kind];
      return after(() => addWorkingDays(from, days, calendar));
    }
  }
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
