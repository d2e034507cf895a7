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
  ])('refuses %p, which is no day', (text) => {
    expect(daySchema.safeParse(text).success).toBe(false);
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(CalendarError);
  });

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('takes %p', (text) => {
    expect(daySchema.parse(text)).toBe(text);
  });

  it('agrees with the proleptic Gregorian calendar of the language on every day of a whole cycle and more, 1900–2410', () => {
    let stamp = Date.UTC(1900, 0, 1);
    let day = '1900-01-01';
    while (day < '2410-12-31') {
      stamp += 86_400_000;
      day = addDays(day, 1);
      const reference = new Date(stamp);
      if (day !== reference.toISOString().slice(0, 10)) throw new Error(`${day} is not ${reference.toISOString()}`);
      if (dayOfWeek(day) !== (reference.getUTCDay() === 0 ? 7 : reference.getUTCDay()))
        throw new Error(`weekday of ${day}`);
    }
    expect(yearOf(day)).toBe(2410);
  });

  it('leaves the years it knows with an error, not with a wrong day', () => {
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

  it('is made of year, month and day, and of none that do not exist', () => {
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
