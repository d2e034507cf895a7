import {
  dayInShanghai,
  epochMillis,
  instantText,
  nextPeriod,
  periodById,
  periodOf,
  shanghaiInstant,
  type Day,
  type Instant,
  type LocalTime,
  type Period,
  type Recurrence,
  type RecurrenceRule,
} from '../calendar';
import { timerIdOf, type PlannedTimer } from './timer';

/**
 * Periods open just after midnight of their first day. An opening is an entry in the book and not a message, so it neither waits
 * for a working day nor for the robots; and it has to stand before the morning's rungs, which a day's or a week's period needs at once.
 */
export const PERIOD_OPENING_AT: LocalTime = '00:05';

/** What an opening is planned from. */
export interface PeriodOpeningInput {
  readonly taskId: string;
  /** Cycle of the task, 1 unless reopened. */
  readonly cycle?: number;
  readonly limitId: string;
  readonly recurrence: Recurrence | RecurrenceRule;
  /** Id of the last period opened in this cycle, null when none was. */
  readonly lastPeriod: string | null;
  /** Moment from which the duty counts: assignment, resumption, reopening. */
  readonly armedAt: Instant;
  /** Last day of the duty: no period that begins later is opened. Null: without end. */
  readonly until: Day | null;
}

/**
 * The one opening that comes next, or null when the duty has ended. Each opening, once recorded, leads to the next plan, so a
 * server that was away opens every period it missed, in order. Periods that were due before the arming are passed over: nobody
 * owes what was due before assignment or while the task was suspended. A period under way at the arming opens at once.
 */
export function planPeriodOpening(input: PeriodOpeningInput): PlannedTimer | null {
  const period = periodToOpen(input);
  if (input.until !== null && period.from > input.until) return null;
  const opening = epochMillis(shanghaiInstant(period.from, PERIOD_OPENING_AT));
  const { limitId } = input;
  const rungId = 'open-period';
  const identity = {
    taskId: input.taskId,
    cycle: input.cycle ?? 1,
    limitId,
    rungId,
    period: period.id,
    due: period.due,
  };
  return {
    timerId: timerIdOf(identity),
    limitId,
    period: period.id,
    rungId,
    kind: 'open-period',
    due: period.due,
    fireAt: instantText(Math.max(opening, epochMillis(input.armedAt))),
  };
}

function periodToOpen({ recurrence, lastPeriod, armedAt }: PeriodOpeningInput): Period {
  const armedDay = dayInShanghai(armedAt);
  const current = periodOf(recurrence, armedDay);
  const first = current.due < armedDay ? nextPeriod(recurrence, current) : current;
  if (lastPeriod === null) return first;
  const following = nextPeriod(recurrence, periodById(recurrence, lastPeriod));
  return following.from > first.from ? following : first;
}
