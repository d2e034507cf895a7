import { CalendarError } from './calendar-error';
import { addDays, type Day } from './day';
import { civilOfNumber, dayNumber, dayText, numberInMonth, numberOfCivil, weekdayOfNumber } from './day-number';
import { monthsOf, ruleOf, type Recurrence, type RecurrenceRule } from './recurrence';

/** One period (期次) of a recurring limit. */
export interface Period {
  /**
   * `2021-07-05`, `2021-W27` (ISO week and its year), `2021-07`, `2021-Q3`, `2021-H2`, `2021`, `2021-2025`. Never changes; the ids
   * of one recurrence sort as texts.
   */
  readonly id: string;
  /** First day. */
  readonly from: Day;
  /** Last day. */
  readonly to: Day;
  /** Due day: `to`, or the day inside the period that the rule names. It is a named date, so it does not move when it is off. */
  readonly due: Day;
}

/** Five-year plans begin in 2001, 2006 … 2021. */
const DEFAULT_FIRST_YEAR = 2001;

/** The period that a day lies in. Throws `CALENDAR.RECURRENCE_INVALID` for a recurrence that the schema refuses. */
export function periodOf(recurrence: Recurrence | RecurrenceRule, day: Day): Period {
  const rule = ruleOf(recurrence);
  const value = dayNumber(day);
  if (rule.every === 'daily') return { id: day, from: day, to: day, due: day };
  if (rule.every === 'weekly') return weekOf(value, rule);
  return monthsPeriodOf(value, rule);
}

/** The period after one of the same rule. */
export function nextPeriod(recurrence: Recurrence | RecurrenceRule, period: Period): Period {
  return periodOf(recurrence, addDays(period.to, 1));
}

/** The period of an id made by the same rule; throws `CALENDAR.PERIOD_INVALID` for an id that the rule never makes. */
export function periodById(recurrence: Recurrence | RecurrenceRule, id: string): Period {
  const inside = dayInside(id);
  const period = inside === null ? null : periodOf(recurrence, inside);
  if (period?.id !== id) throw new CalendarError('CALENDAR.PERIOD_INVALID', `期次“${id}”与周期不符，请核对。`);
  return period;
}

function weekOf(value: number, rule: RecurrenceRule): Period {
  const monday = value - weekdayOfNumber(value) + 1;
  // ISO 8601: a week belongs to the year of its Thursday, and week 1 is the one with 4 January.
  const thursday = monday + 3;
  const { year } = civilOfNumber(thursday);
  const week = Math.floor((thursday - numberOfCivil(year, 1, 1)) / 7) + 1;
  const dueDay = Math.min(rule.dueOn?.day ?? 7, 7);
  return {
    id: `${String(year)}-W${String(week).padStart(2, '0')}`,
    from: dayText(monday),
    to: dayText(monday + 6),
    due: dayText(monday + dueDay - 1),
  };
}

function monthsPeriodOf(value: number, rule: RecurrenceRule): Period {
  const length = lengthOf(rule);
  const { year, month } = civilOfNumber(value);
  const origin = length > 12 ? (rule.firstYear ?? DEFAULT_FIRST_YEAR) * 12 : 0;
  const first = origin + Math.floor((year * 12 + month - 1 - origin) / length) * length;
  const last = first + length - 1;
  const dueMonth = rule.dueOn === null ? last : Math.min(first + rule.dueOn.month - 1, last);
  return {
    id: idOf(first, length),
    from: dayText(numberInMonth(first, 1)),
    to: dayText(numberInMonth(last, null)),
    due: dayText(numberInMonth(dueMonth, rule.dueOn?.day ?? null)),
  };
}

function lengthOf(rule: RecurrenceRule): number {
  const length = monthsOf(rule.every);
  if (length === null || (length === 12 && rule.every !== 'yearly')) {
    throw new CalendarError('CALENDAR.RECURRENCE_INVALID', `周期“${rule.every}”无效，请重新选择。`);
  }
  return length;
}

/** `first` is a month counted from year 0, `length` in months. */
function idOf(first: number, length: number): string {
  const year = Math.floor(first / 12);
  const month = first - year * 12;
  if (length === 1) return `${String(year)}-${String(month + 1).padStart(2, '0')}`;
  if (length === 3) return `${String(year)}-Q${String(month / 3 + 1)}`;
  if (length === 6) return `${String(year)}-H${String(month / 6 + 1)}`;
  if (length === 12) return String(year);
  return `${String(year)}-${String(year + length / 12 - 1)}`;
}

/** Some day of the period that an id names, or null when it is no id. */
function dayInside(id: string): Day | null {
  const year = id.slice(0, 4);
  const rest = id.slice(5);
  if (!/^\d{4}(-|$)/.test(id)) return null;
  if (rest === '' || /^\d{4}$/.test(rest)) return `${year}-01-01`;
  if (/^Q[1-4]$/.test(rest)) return `${year}-${String(Number(rest[1]) * 3).padStart(2, '0')}-01`;
  if (/^H[12]$/.test(rest)) return `${year}-${rest === 'H1' ? '01' : '07'}-01`;
  if (/^W\d{2}$/.test(rest)) return addDays(`${year}-01-04`, (Number(rest.slice(1)) - 1) * 7);
  if (/^(0[1-9]|1[0-2])$/.test(rest)) return `${id}-01`;
  return /^\d{2}-\d{2}$/.test(rest) ? id : null;
}
