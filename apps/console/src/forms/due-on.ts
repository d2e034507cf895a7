import { type DueOn, type Recurrence, recurrenceRuleSchema } from '#domain';

/** Months of a period beyond this are not offered: nobody counts the 37th month of five years. */
const MOST_MONTHS = 36;

/** In which months of its period a recurring duty may fall due; none when it has no day to choose. */
export function monthsWithin(every: Recurrence): number[] {
  const months = Array.from({ length: MOST_MONTHS }, (_, index) => index + 1);
  return months.filter(
    (month) => recurrenceRuleSchema.safeParse({ every, dueOn: { month, day: null }, firstYear: null }).success,
  );
}

/** A day within a period of so many months; the end of a single month is the period's own end, which is no day at all. */
export function dueOnOf(month: number, day: number | null, months: number): DueOn | null {
  return day === null && months === 1 ? null : { month, day };
}
