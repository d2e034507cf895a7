import { addDays, type CompiledCalendar, type Day, dayOfWeek, daysBetween, isWorkingDay } from '#domain';
import { festivalOf } from './china-calendar';

/** A day that breaks the plain week of working Mondays to Fridays. */
export interface SpecialDay {
  readonly day: Day;
  /** `holiday`: a weekday off; `workday`: a weekend day that works. */
  readonly kind: 'holiday' | 'workday';
  /** The festival that the day belongs to; null for a day that the published arrangement does not know. */
  readonly name: string | null;
}

/** The special days of one year of a calendar. */
export interface SpecialDaysOfYear {
  readonly version: string;
  readonly region: string;
  readonly year: number;
  /** The arrangement of the year is not published yet. Until it is, plain weekends count. */
  readonly provisional: boolean;
  readonly days: readonly SpecialDay[];
}

/** Lists the special days of a year. Names come from the published arrangement, so an office's own days have none. */
export function specialDaysOfYear(calendar: CompiledCalendar, year: number): SpecialDaysOfYear {
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
