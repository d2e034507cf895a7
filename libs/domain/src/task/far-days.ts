import { addMonths, type Day } from '../calendar';
import { reject, type Rejection } from '../shared/rejection';

/** What a day to come is for. */
type Purpose = 'limit' | 'suspension' | 'answer';

/**
 * How many months ahead a person may set a day. Limits: twenty years, for the longest plans there are (2035年远景目标) were set fifteen years
 * ahead. A suspension: five years, one plan; what rests for longer is terminated. An answer: one year. A later day is a slip of the keyboard:
 * a task suspended until 2125 had been silent for good.
 */
const MONTHS_AHEAD: Readonly<Record<Purpose, number>> = { limit: 240, suspension: 60, answer: 12 };

/** The refusal of a day that lies too far ahead of today; null where none of the days does. */
export function tooFarFault(purpose: Purpose, days: readonly (Day | null | undefined)[], today: Day): Rejection | null {
  const last = addMonths(today, MONTHS_AHEAD[purpose]);
  return days.some((day) => day !== null && day !== undefined && day > last)
    ? reject('TASK.DAY_TOO_FAR', `所填日期过远（最晚可填 ${last}），请核对年份。`)
    : null;
}
