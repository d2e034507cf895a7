import { addDays, type Day, dayOfWeek } from '#domain';

/** A week from a day; a weekend moves on to Monday. */
export function aWeekFrom(day: Day): Day {
  const later = addDays(day, 7);
  const weekday = dayOfWeek(later);
  return weekday < 6 ? later : addDays(later, 8 - weekday);
}
