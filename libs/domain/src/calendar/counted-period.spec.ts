import fc from 'fast-check';
import {
  addDays,
  countedPeriod,
  countingUnitSchema,
  isWorkingDay,
  periodCountSchema,
  rollForward,
  type CountingUnit,
} from '.';
import { anyCalendar, anyDay } from './testing/calendar-arbitraries';
import { CHINA } from './testing/china-years';

describe('counted period', () => {
  it('rolls calendar days forward over a holiday', () => {
    expect(countedPeriod({ from: '2025-09-05', n: 30, unit: 'calendar-day' }, CHINA)).toEqual({
      due: '2025-10-09',
      counted: '2025-10-05',
      provisional: false,
      calendarVersion: 'test-2025-2026',
    });
    expect(countedPeriod({ from: '2026-01-17', n: 30, unit: 'calendar-day' }, CHINA).due).toBe('2026-02-24');
  });

  it('counts working days from the day after', () => {
    expect(countedPeriod({ from: '2025-01-24', n: 5, unit: 'working-day' }, CHINA).due).toBe('2025-02-07');
    expect(countedPeriod({ from: '2025-10-01', n: 1, unit: 'working-day' }, CHINA).due).toBe('2025-10-09');
  });

  it('ends months on the same day, or on the last day of a month that lacks it', () => {
    const months = (from: string, n: number) => countedPeriod({ from, n, unit: 'month' }, CHINA);
    expect(months('2025-08-28', 3).due).toBe('2025-11-28');
    expect(months('2024-11-30', 3)).toMatchObject({ counted: '2025-02-28', due: '2025-02-28' });
    expect(months('2025-08-05', 2)).toMatchObject({ counted: '2025-10-05', due: '2025-10-09' });
    expect(months('2024-11-01', 12)).toMatchObject({ counted: '2025-11-01', due: '2025-11-03' });
  });

  it('gives the day itself, or the next working day, to a period of no days (当日办结)', () => {
    expect(countedPeriod({ from: '2025-09-28', n: 0, unit: 'working-day' }, CHINA).due).toBe('2025-09-28');
    expect(countedPeriod({ from: '2025-10-05', n: 0, unit: 'calendar-day' }, CHINA).due).toBe('2025-10-09');
  });

  it('is provisional where an unpublished year can still move it', () => {
    const provisional = (from: string, n: number, unit: CountingUnit) =>
      countedPeriod({ from, n, unit }, CHINA).provisional;
    expect(provisional('2026-12-20', 30, 'working-day')).toBe(true);
    expect(provisional('2026-12-20', 30, 'calendar-day')).toBe(true);
    expect(provisional('2026-11-02', 10, 'working-day')).toBe(false);
    expect(provisional('2026-10-08', 3, 'month')).toBe(true);
    // Calendar days pass over 2024, unknown here, without looking; working days have to count it.
    expect(provisional('2024-06-03', 300, 'calendar-day')).toBe(false);
    expect(provisional('2024-06-03', 300, 'working-day')).toBe(true);
  });

  it('refuses a negative count and one beyond 10,000', () => {
    expect(periodCountSchema.safeParse({ from: '2025-01-01', n: 10_001, unit: 'working-day' }).success).toBe(false);
    expect(periodCountSchema.safeParse({ from: '2025-01-01', n: -1, unit: 'calendar-day' }).success).toBe(false);
  });

  it('ends on a working day and never before the days have passed', () => {
    const unit = fc.constantFrom(...countingUnitSchema.options);
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 400 }), unit, (calendar, from, n, counting) => {
        const { due, counted } = countedPeriod({ from, n, unit: counting }, calendar);
        expect(isWorkingDay(due, calendar)).toBe(true);
        expect(due).toBe(rollForward(counted, calendar));
        // Worked weekends let working days run ahead of plain weekends, but never ahead of the calendar.
        expect(due >= addDays(from, n)).toBe(true);
      }),
    );
  });
});
