import { calendarYearOf, compileCalendar, type CompiledCalendar, workCalendarSchema, type WorkCalendar } from '#domain';
import arrangement from 'chinese-days/dist/chinese-days.json';
import { version } from 'chinese-days/package.json';
import { z } from 'zod';

/** The package's own data: day → name. Checked, because a package's data file is an edge like any other. */
const arrangementSchema = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/** The festival that a day off, or a weekend day worked in its stead, belongs to; null for an ordinary day. */
export function festivalOf(day: string): string | null {
  const { holidays, workdays } = arrangementOfDays();
  const [, name] = (holidays[day] ?? workdays[day] ?? '').split(',');
  return name ?? null;
}

let parsed: z.infer<typeof arrangementSchema> | undefined;
function arrangementOfDays(): z.infer<typeof arrangementSchema> {
  return (parsed ??= arrangementSchema.parse(arrangement));
}

/** The built-in calendar, ready to count by: in force as long as no other is published. */
export function builtInCalendar(): CompiledCalendar {
  return compileCalendar(chinaCalendar());
}

/**
 * The State Council's arrangement of every year that the package chinese-days knows, as the calendar value that the domain counts
 * with: the calendar of an office that has published none of its own. The version names the package and its last known year
 * (`chinese-days-1.5.7-2026`), so that an event tells which data it was counted with. Later years are not in it and therefore
 * plain weekends and provisional, until a calendar that has them is published by an explicit event.
 */
export function chinaCalendar(): WorkCalendar {
  const { holidays, workdays } = arrangementOfDays();
  const daysOff = Object.keys(holidays);
  const daysWorked = Object.keys(workdays);
  const known = [...new Set(daysOff.map((day) => day.slice(0, 4)))].sort();
  const years = known.map((year): [string, WorkCalendar['years'][string]] => [
    year,
    calendarYearOf(Number(year), daysOff, daysWorked),
  ]);
  return workCalendarSchema.parse({
    version: `chinese-days-${version}-${known.at(-1) ?? 'none'}`,
    region: 'CN',
    years: Object.fromEntries(years),
  });
}
