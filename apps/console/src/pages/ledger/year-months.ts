import { endOfMonth, yearOf } from '#domain';

/** A month of a year with its first and last day. */
export interface Month {
  readonly month: number;
  readonly from: string;
  readonly to: string;
}

/** The months of a year. */
export function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const from = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}-01`;
    return { month: index + 1, from, to: endOfMonth(from) };
  });
}

/** The part of a month that a filter by due day leaves; null: nothing. */
export function clipped({ month, from, to }: Month, dueFrom: string | null, dueTo: string | null): Month | null {
  const first = dueFrom !== null && dueFrom > from ? dueFrom : from;
  const last = dueTo !== null && dueTo < to ? dueTo : to;
  return first > last ? null : { month, from: first, to: last };
}

/** The year that the strip begins with: the one in which what is not late yet falls due next, else that of what is late. */
export function yearAtHand(nextDue: string | null, latestLate: string | null, today: string): number {
  return yearOf(nextDue ?? latestLate ?? today);
}

/** How much of the highest bar a month's takes, in percent; a month with something always shows. */
export function barHeight(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(4, Math.round((count / most) * 100));
}
