/** A day of the Gregorian calendar as `YYYY-MM-DD`, or null when it does not exist; nothing is rolled over. */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The last day of a month as `YYYY-MM-DD`, or null for a month that does not exist. */
export function lastDayOf(year: number, month: number): string | null {
  return calendarDay(year, month, daysIn(year, month));
}

/** The last day of the month before. */
export function lastDayBefore(year: number, month: number): string | null {
  return month === 1 ? lastDayOf(year - 1, 12) : lastDayOf(year, month - 1);
}

/** Days from a `YYYY-MM-DD` day, calendar days. */
export function plusDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Months from a `YYYY-MM-DD` day; a day that the target month lacks becomes its last day. */
export function plusMonths(from: string, months: number): string | null {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = (total % 12) + 1;
  return calendarDay(targetYear, targetMonth, Math.min(day, daysIn(targetYear, targetMonth)));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
