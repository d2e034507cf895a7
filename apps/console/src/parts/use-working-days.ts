import { useQueries } from '@tanstack/react-query';
import {
  compileCalendar,
  type CompiledCalendar,
  type Day,
  isWorkingDay,
  rollBackward,
  workingDaysBetween,
  yearOf,
} from '#domain';
import { reads } from '../api/client';
import { yearInForce } from '../api/year-in-force';
import { today } from '../forms/today';

/** Days further away than this year and so many more are not counted in working days: nobody plans by them. */
const YEARS_AHEAD = 2;

/** Working days from today to a day to come; null while the calendar is being read, and for a day that is far away. */
export function useWorkingDaysUntil(day: Day): number | null {
  const calendar = useCalendarUntil(day);
  return calendar === null ? null : workingDaysBetween(today(), day, calendar);
}

/** The working day before a day to come that is none, not before today; null for a working day, and where that is not known. */
export function useWorkingDayBefore(day: Day): Day | null {
  const calendar = useCalendarUntil(day);
  if (calendar === null || isWorkingDay(day, calendar)) return null;
  const before = rollBackward(day, calendar);
  return before < today() ? null : before;
}

/** The calendar from this year to that of a day; null while it is being read, and for a day that is far away. */
function useCalendarUntil(day: Day): CompiledCalendar | null {
  const years = yearsUntil(day);
  const answers = useQueries({
    queries: years.map((year) => reads.queryOptions('get', '/api/calendars/current', { params: { query: { year } } })),
    combine: (found) => found.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  if (years.length === 0 || answers.length < years.length) return null;
  return compiled(answers.map(yearInForce));
}

function yearsUntil(day: Day): number[] {
  const first = yearOf(today());
  const count = yearOf(day) - first + 1;
  return count < 1 || count > YEARS_AHEAD + 1 ? [] : Array.from({ length: count }, (_, index) => first + index);
}

function compiled(years: readonly ReturnType<typeof yearInForce>[]): CompiledCalendar {
  const entries = years.map(({ year, entry }) => [String(year), entry] as const);
  return compileCalendar({
    version: years[0]?.version ?? '',
    region: years[0]?.region ?? '',
    years: Object.fromEntries(entries),
  });
}
