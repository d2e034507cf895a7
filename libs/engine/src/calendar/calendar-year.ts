import { addDays, type CompiledCalendar, type Day, dayOfWeek, daysBetween, isWorkingDay } from '#domain';
import { festivalOf } from './china-calendar';

/** A day that differs from working Mondays to Fridays. */
export interface SpecialDay {
  readonly day: Day;
  /** `holiday`: a weekday off; `workday`: a weekend day that works. */
  readonly kind: 'holiday' | 'workday';
  /** The festival that it belongs to, where that is known. */
  readonly name: string | null;
}

/** A year of a calendar, told to people. */
export interface CalendarYearTold {
  readonly version: string;
  readonly region: string;
  readonly year: number;
  /** Its arrangement is not published (yet): plain weekends count until it is. */
  readonly provisional: boolean;
  readonly days: readonly SpecialDay[];
}

/** What a calendar says of a year. Names come from the published arrangement; an office's own days have none. */
export function tellCalendarYear(calendar: CompiledCalendar, year: number): CalendarYearTold {
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year}-12-31`) + 1;
  const days = Array.from({ length }, (_, index) => addDays(first, index)).flatMap((day): SpecialDay[] => {
    const works = isWorkingDay(day, calendar);
    if (works === dayOfWeek(day) <= 5) return [];
    return [{ day, kind: works ? 'workday' : 'holiday', name: festivalOf(day) }];
  });
  const { version, region, settledYears } = calendar;
  return { version, region, year, provisional: !settledYears.has(year), days };
}
