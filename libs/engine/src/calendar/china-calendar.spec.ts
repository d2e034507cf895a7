import {
  addDays,
  addWorkingDays,
  compileCalendar,
  countedPeriod,
  isProvisional,
  isWorkingDay,
  workCalendarSchema,
} from '#domain';
import { isWorkday } from 'chinese-days';
import { chinaCalendar } from './china-calendar';

describe('calendar of China', () => {
  const value = chinaCalendar();
  const calendar = compileCalendar(value);
  const years = Object.keys(value.years).sort();

  it('names the package, its version and the last year known', () => {
    expect(value.version).toMatch(/^chinese-days-\d+\.\d+\.\d+-20\d\d$/);
    expect(value.version.slice(-4)).toBe(years.at(-1));
    expect(workCalendarSchema.parse(value)).toEqual(value);
  });

  it('knows every year from 2004 to 2026 at least, without a gap', () => {
    expect(years[0]).toBe('2004');
    expect(Number(years.at(-1))).toBeGreaterThanOrEqual(2026);
    expect(years).toHaveLength(Number(years.at(-1)) - 2003);
  });

  it('agrees with the package on every day of the known years', () => {
    const last = `${String(years.at(-1))}-12-31`;
    const different: string[] = [];
    for (let day = '2004-01-01'; day <= last; day = addDays(day, 1)) {
      if (isWorkingDay(day, calendar) !== isWorkday(day)) different.push(day);
    }
    expect(different).toEqual([]);
  });

  it('has no arrangement for the year after', () => {
    const next = `${String(Number(years.at(-1)) + 1)}-06-15`;
    expect(isProvisional(next, calendar)).toBe(true);
    expect(isProvisional('2024-12-31', calendar)).toBe(false);
  });

  it('counts as the offices count', () => {
    expect(addWorkingDays('2025-09-26', 6, calendar)).toBe('2025-10-11');
    expect(addWorkingDays('2025-12-31', 1, calendar)).toBe('2026-01-04');
    // The arrangement of 2019 moved the end of 2018: Saturday worked, Monday did not.
    expect(addWorkingDays('2018-12-28', 1, calendar)).toBe('2018-12-29');
    expect(addWorkingDays('2018-12-29', 1, calendar)).toBe('2019-01-02');
    expect(countedPeriod({ from: '2026-01-17', n: 30, unit: 'calendar-day' }, calendar).due).toBe('2026-02-24');
  });
});
