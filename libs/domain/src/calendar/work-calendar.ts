import { z } from 'zod';
import { versionNameSchema } from '../shared/schema';
import { dayOfWeek, daySchema, isDay, yearOf, type Day } from './day';

/**
 * One year of the yearly arrangement. Only what differs from plain weekends is kept: `off` are weekdays that do not work,
 * `work` are weekend days that do (调休). `provisional` marks a year whose arrangement is not published yet.
 */
export const calendarYearSchema = z.strictObject({
  off: z.array(daySchema).max(366),
  work: z.array(daySchema).max(366),
  provisional: z.boolean(),
});

/** See `calendarYearSchema`. */
export type CalendarYear = z.infer<typeof calendarYearSchema>;

/**
 * A working calendar as it is pinned in events: a version, the region it holds for, and its years by four-digit year. A year
 * that is not listed is unknown: plain weekends, provisional. Refused: a day filed under another year, a weekend day in
 * `off`, a weekday in `work`, a day listed twice: they would shift counts and nobody would see why.
 */
export const workCalendarSchema = z
  .strictObject({
    version: versionNameSchema,
    region: z.string().min(1).max(50),
    years: z.record(
      z.string().regex(/^(19|2\d)\d{2}$/, '年份无效，请填写1900至2999之间的四位年份。'),
      calendarYearSchema,
    ),
  })
  .superRefine((calendar, context) => {
    for (const [year, entry] of Object.entries(calendar.years)) {
      for (const [list, days] of [
        ['off', entry.off],
        ['work', entry.work],
      ] as const) {
        days.forEach((day, index) => {
          const message = faultOf(day, list, year, days.indexOf(day) < index);
          if (message !== null) context.addIssue({ code: 'custom', path: ['years', year, list, index], message });
        });
      }
    }
  });

/** See `workCalendarSchema`. */
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

/**
 * A calendar year from the days as a notice prints them: `daysOff` may include weekends (1月1日至3日放假), `daysWorked` may
 * include weekdays; what plain weekends already say is dropped, the rest sorted. Days of other years are dropped too.
 */
export function calendarYearOf(
  year: number,
  daysOff: readonly Day[],
  daysWorked: readonly Day[],
  provisional = false,
): CalendarYear {
  const ofYear = (days: readonly Day[], weekend: boolean) =>
    [...new Set(days)].filter((day) => yearOf(day) === year && isWeekend(day) === weekend).sort();
  return { off: ofYear(daysOff, false), work: ofYear(daysWorked, true), provisional };
}

function faultOf(day: Day, list: 'off' | 'work', year: string, repeated: boolean): string | null {
  // The schema of the day itself has already reported what does not exist.
  if (!isDay(day)) return null;
  if (yearOf(day) !== Number(year)) return `${day} 不属于${year}年，请移到对应年份。`;
  if (repeated) return `${day} 重复，请删去一处。`;
  if (list === 'off' && isWeekend(day)) return `${day} 本来就是周末，请从放假日中删去。`;
  if (list === 'work' && !isWeekend(day)) return `${day} 本来就是工作日，请从调休上班日中删去。`;
  return null;
}

function isWeekend(day: Day): boolean {
  return dayOfWeek(day) >= 6;
}
