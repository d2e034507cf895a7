import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  CalendarError,
  compileCalendar,
  dayOfWeek,
  daysBetween,
  isProvisional,
  isWorkingDay,
  rollBackward,
  rollForward,
  workingDaysBefore,
  workingDaysBetween,
} from '.';
import { anyCalendar, anyDay } from './testing/calendar-arbitraries';
import { CHINA } from './testing/china-years';

const count = fc.integer({ min: 1, max: 600 });

describe('working days of the State Council arrangement', () => {
  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-09-26', 3, '2025-09-30'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-26', 6, '2025-10-11'],
    ['2025-04-25', 3, '2025-04-29'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-02-13', 2, '2026-02-24'],
  ])('%s + %i working days = %s', (from, n, due) => {
    expect(addWorkingDays(from, n, CHINA)).toBe(due);
    expect(workingDaysBetween(from, due, CHINA)).toBe(n);
  });

  it('agrees with chinese-days on every day of 2025 and 2026', () => {
    for (let day = '2025-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      expect([day, isWorkingDay(day, CHINA)]).toEqual([day, isWorkday(day)]);
    }
  });

  it('takes Saturdays and Sundays off in a year that it does not know', () => {
    expect(isWorkingDay('2027-10-01', CHINA)).toBe(true);
    expect(isWorkingDay('2027-10-02', CHINA)).toBe(false);
    expect(isWorkingDay('1989-12-25', CHINA)).toBe(true);
  });

  it('is provisional in an unpublished year and in the last days of the year before', () => {
    expect(isProvisional('2026-12-25', CHINA)).toBe(false);
    expect(isProvisional('2026-12-26', CHINA)).toBe(true);
    expect(isProvisional('2027-03-01', CHINA)).toBe(true);
    expect(isProvisional('2025-12-31', CHINA)).toBe(false);
    const guessed = compileCalendar({
      version: 'v',
      region: 'CN',
      years: { '2027': { off: ['2027-10-01'], work: [], provisional: true } },
    });
    expect(isProvisional('2027-10-01', guessed)).toBe(true);
    expect(isWorkingDay('2027-10-01', guessed)).toBe(false);
  });

  it('refuses a negative count, a fraction and a day that does not exist', () => {
    expect(() => addWorkingDays('2025-01-01', -1, CHINA)).toThrow(CalendarError);
    expect(() => workingDaysBefore('2025-01-01', 1.5, CHINA)).toThrow(CalendarError);
    expect(() => addWorkingDays('2025-02-30', 1, CHINA)).toThrow(CalendarError);
  });
});

describe('working days of any calendar', () => {
  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 40 }), (calendar, from, n) => {
        let day = from;
        for (let left = n; left > 0;) {
          day = addDays(day, 1);
          if (isWorkingDay(day, calendar)) left -= 1;
        }
        expect(addWorkingDays(from, n, calendar)).toBe(day);
        let back = from;
        for (let left = n; left > 0;) {
          back = addDays(back, -1);
          if (isWorkingDay(back, calendar)) left -= 1;
        }
        expect(workingDaysBefore(from, n, calendar)).toBe(back);
      }),
    );
  });

  it('differs from plain weekends only where the calendar says so', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const number = daysBetween('1970-01-01', day);
        const listed = calendar.off.has(number) || calendar.work.has(number);
        expect(isWorkingDay(day, calendar)).toBe(dayOfWeek(day) <= 5 !== listed);
      }),
    );
  });

  it('adds and counts as inverses and never lands on a day off', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, count, (calendar, from, n) => {
        const after = addWorkingDays(from, n, calendar);
        expect(isWorkingDay(after, calendar)).toBe(true);
        expect(workingDaysBetween(from, after, calendar)).toBe(n);
        const before = workingDaysBefore(from, n, calendar);
        expect(isWorkingDay(before, calendar)).toBe(true);
        expect(addWorkingDays(before, n, calendar)).toBe(rollForward(from, calendar));
        expect(workingDaysBefore(after, n, calendar)).toBe(rollBackward(from, calendar));
      }),
    );
  });

  it('never comes earlier for a later day or a larger count', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, count, (calendar, one, other, n) => {
        expect(addWorkingDays(one, n + 1, calendar) > addWorkingDays(one, n, calendar)).toBe(true);
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(addWorkingDays(earlier, n, calendar) <= addWorkingDays(later, n, calendar)).toBe(true);
        expect(workingDaysBefore(earlier, n, calendar) <= workingDaysBefore(later, n, calendar)).toBe(true);
        expect(workingDaysBetween(earlier, later, calendar)).toBeGreaterThanOrEqual(0);
        expect(workingDaysBetween(later, earlier, calendar) + workingDaysBetween(earlier, later, calendar)).toBe(0);
      }),
    );
  });

  it('rolls to the nearest working day and leaves a working day alone', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const forward = rollForward(day, calendar);
        const backward = rollBackward(day, calendar);
        expect([isWorkingDay(forward, calendar), isWorkingDay(backward, calendar)]).toEqual([true, true]);
        expect(backward <= day && day <= forward).toBe(true);
        expect(workingDaysBetween(backward, forward, calendar)).toBe(isWorkingDay(day, calendar) ? 0 : 1);
        expect(addWorkingDays(day, 0, calendar)).toBe(forward);
        expect(workingDaysBefore(day, 0, calendar)).toBe(backward);
      }),
    );
  });
});
