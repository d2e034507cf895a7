import fc from 'fast-check';
import { addDays, calendarYearOf, compileCalendar, type CompiledCalendar, type Day, type WorkCalendar } from '..';

/** Any day of 2019–2032: years before, in and after the known ones. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2019-01-01', days));

/**
 * Any calendar of the years 2022–2028: each of their days may be off or worked, so that long holidays, worked weekends and
 * exceptions side by side occur far more often than in any real year.
 */
export const anyCalendar: fc.Arbitrary<CompiledCalendar> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2_500 }), fc.boolean(), fc.integer({ min: 1, max: 12 })), { maxLength: 80 })
  .map((stretches) => {
    const off: Day[] = [];
    const work: Day[] = [];
    for (const [start, worked, length] of stretches) {
      for (let day = 0; day < length; day += 1) (worked ? work : off).push(addDays('2022-01-01', start + day));
    }
    const years: WorkCalendar['years'] = {};
    for (let year = 2022; year <= 2028; year += 1) years[String(year)] = calendarYearOf(year, off, work, year === 2028);
    return compileCalendar({ version: 'any', region: 'CN', years });
  });
