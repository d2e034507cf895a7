import { addDays, type CalendarYear, calendarYearOf, type Day, dayOfWeek, daysBetween } from '#domain';

/** What a day is: a plain working day or weekend, a holiday on a weekday, or a weekend day on which one works. */
export type DayKind = 'work' | 'weekend' | 'off' | 'made-work';

/** A run of days without work that holds a holiday. */
export interface HolidayRun {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** A day that is another than it was. */
export interface DayChange {
  readonly day: Day;
  readonly kind: DayKind;
}

/** What a day is in its year. */
export function kindOf(day: Day, { off, work }: CalendarYear): DayKind {
  if (dayOfWeek(day) >= 6) return work.includes(day) ? 'made-work' : 'weekend';
  return off.includes(day) ? 'off' : 'work';
}

/** A day of work becomes one without, and the other way round. */
export function toggled(entry: CalendarYear, day: Day): CalendarYear {
  const list = dayOfWeek(day) >= 6 ? 'work' : 'off';
  const days = entry[list];
  const next = days.includes(day) ? days.filter((each) => each !== day) : [...days, day].sort();
  return { ...entry, [list]: next };
}

/** A year as a notice prints it. */
export function yearOfNotice(year: number, off: readonly Day[], work: readonly Day[]): CalendarYear {
  return calendarYearOf(year, off, work);
}

/** The days of a month in weeks from Monday to Sunday; null beside the month. */
export function weeksOf(year: number, month: number): readonly (readonly (Day | null)[])[] {
  const days = daysOf(year, month);
  const [first] = days;
  const before = first === undefined ? 0 : dayOfWeek(first) - 1;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_each, place) => cells[week * 7 + place] ?? null),
  );
}

function daysOf(year: number, month: number): readonly Day[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return Array.from({ length: daysBetween(first, next) }, (_, offset) => addDays(first, offset));
}

/** The holidays that begin in a month, each with the weekend days beside it. */
export function holidaysOf(entry: CalendarYear, year: number, month: number): readonly HolidayRun[] {
  const rests = (day: Day): boolean => ['off', 'weekend'].includes(kindOf(day, entry));
  const runs: HolidayRun[] = [];
  for (const day of daysOf(year, month)) {
    const starts = rests(day) && (!rests(addDays(day, -1)) || day.endsWith('-01-01'));
    if (!starts) continue;
    let to = day;
    while (rests(addDays(to, 1)) && addDays(to, 1).startsWith(`${year}-`)) to = addDays(to, 1);
    const days = daysBetween(day, to) + 1;
    const all = Array.from({ length: days }, (_, offset) => addDays(day, offset));
    if (all.some((each) => kindOf(each, entry) === 'off')) runs.push({ from: day, to, days });
  }
  return runs;
}

/** Weekend days of a month on which one works. */
export function madeWorkOf({ work }: CalendarYear, year: number, month: number): readonly Day[] {
  const begin = `${year}-${String(month).padStart(2, '0')}-`;
  return work.filter((day) => day.startsWith(begin));
}

/** How many days of a year are worked. */
export function workingDaysOf(entry: CalendarYear, year: number): number {
  const months = Array.from({ length: 12 }, (_, index) => daysOf(year, index + 1)).flat();
  return months.filter((day) => ['work', 'made-work'].includes(kindOf(day, entry))).length;
}

/** The days of a year that are another than before. */
export function changesOf(before: CalendarYear, after: CalendarYear): readonly DayChange[] {
  const touched = new Set([...before.off, ...before.work, ...after.off, ...after.work]);
  return [...touched]
    .sort()
    .filter((day) => kindOf(day, before) !== kindOf(day, after))
    .map((day) => ({ day, kind: kindOf(day, after) }));
}

/**
 * The changes from `before` to `after`, made in a year that may have become another meanwhile: what others published since the
 * editing began is not undone by it.
 */
export function rebased(before: CalendarYear, after: CalendarYear, latest: CalendarYear): CalendarYear {
  const days = changesOf(before, after)
    .filter(({ day, kind }) => kindOf(day, latest) !== kind)
    .reduce((entry, { day }) => toggled(entry, day), latest);
  const provisional = before.provisional === after.provisional ? latest.provisional : after.provisional;
  return { ...days, provisional };
}

/** How the versions of the calendar that comes with the program begin. */
const BUILT_IN = 'chinese-days-';
const PUBLISHED = /^.+-(\d{4}-\d{2}-\d{2})-(\d+)$/u;

/** True when the office has published this version; otherwise it came with the program. */
export function isPublished(version: string): boolean {
  return !version.startsWith(BUILT_IN);
}

/** The day on which a version was published here, and which one of that day it is; null for names of another kind. */
export function readVersion(version: string): { readonly day: Day; readonly number: number } | null {
  const [, day, number] = (isPublished(version) && PUBLISHED.exec(version)) || [];
  return day === undefined ? null : { day, number: Number(number) };
}

/** A name for the version after `current`: the region and the day it is published on, numbered within that day. */
export function nextVersion(region: string, today: Day, current: string): string {
  const begin = `${region}-${today}-`;
  const before = current.startsWith(begin) ? Number(current.slice(begin.length)) : 0;
  return `${begin}${Number.isInteger(before) ? before + 1 : 1}`;
}
