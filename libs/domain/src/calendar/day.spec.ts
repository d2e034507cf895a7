import fc from 'fast-check';
import {
  addDays,
  addMonths,
  CalendarError,
  dayOf,
  dayOfWeek,
  daysBetween,
  daySchema,
  endOfMonth,
  isDay,
  yearOf,
} from '.';

describe('day', () => {
  it.each([
    '2021-02-30',
    '2023-02-29',
    '1900-02-29',
    '2021-00-10',
    '2021-13-01',
    '2021-04-31',
    '2021-4-3',
    '1899-12-31',
    '',
  ])('refuses %p as a day', (text) => {
    expect(daySchema.safeParse(text).success).toBe(false);
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(CalendarError);
  });

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('accepts %p as a day', (text) => {
    expect(daySchema.parse(text)).toBe(text);
  });

  it('follows the rules of the Gregorian calendar on every day from 1900 to 2410, more than a cycle of 400 years', () => {
    let day = '1900-01-01';
    // A Monday.
    let weekday = 1;
    for (let year = 1900; year <= 2410; year += 1) {
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      for (const [month, length] of lengths.entries()) {
        for (let date = 1; date <= length; date += 1) {
          const expected = `${String(year)}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          if (day !== expected) throw new Error(`${day} is not ${expected}`);
          if (dayOfWeek(day) !== weekday) throw new Error(`weekday of ${day}`);
          day = addDays(day, 1);
          weekday = (weekday % 7) + 1;
        }
      }
    }
    expect(day).toBe('2411-01-01');
    expect(yearOf(day)).toBe(2411);
  });

  it('throws outside the years 1900 to 2999 and for counts that are not whole', () => {
    expect(() => addDays('2999-12-31', 1)).toThrow('2999年');
    expect(() => addDays('1900-01-01', -1)).toThrow(CalendarError);
    expect(() => addDays('2021-01-01', 0.5)).toThrow(CalendarError);
    expect(() => addDays('2021-01-01', Number.NaN)).toThrow(CalendarError);
  });

  it('finds the last day of a month', () => {
    expect(endOfMonth('2021-06-01')).toBe('2021-06-30');
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29');
    expect(endOfMonth('2100-02-28')).toBe('2100-02-28');
    expect(endOfMonth('2021-12-31')).toBe('2021-12-31');
  });

  it('is null for a year, month and day that do not exist', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    for (const [year, month, day] of [
      [2023, 2, 29],
      [2021, 13, 1],
      [2021, 0, 1],
      [2021, 4, 0],
      [1899, 12, 31],
      [3000, 1, 1],
    ] as const) {
      expect(dayOf(year, month, day)).toBeNull();
    }
  });

  it('adds months to the same day, or to the last day of a month that lacks it', () => {
    expect(addMonths('2021-11-25', 3)).toBe('2022-02-25');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2021-01-15', -1)).toBe('2020-12-15');
    expect(() => addMonths('2990-01-01', 120)).toThrow('2999年');
    expect(() => addMonths('2021-01-01', 0.5)).toThrow(CalendarError);
  });

  it('counts days as the inverse of adding them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: -400_000, max: 400_000 }), (start, days) => {
        fc.pre(start + days >= 0 && start + days <= 400_000);
        const from = addDays('1900-01-01', start);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});
