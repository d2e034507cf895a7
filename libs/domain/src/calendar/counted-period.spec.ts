import fc from 'fast-check';
import { addDays, countedPeriod, isWorkingDay, periodCountSchema, rollForward } from '.';
import { anyCalendar, anyDay } from './testing/calendar-arbitraries';
import { CHINA } from './testing/china-years';

describe('counted period', () => {
  it('rolls calendar days forward over a holiday', () => {
    expect(countedPeriod({ from: '2025-09-05', n: 30, unit: 'calendar' }, CHINA)).toEqual({
      due: '2025-10-09',
      counted: '2025-10-05',
      provisional: false,
      calendarVersion: 'test-2025-2026',
    });
    expect(countedPeriod({ from: '2026-01-17', n: 30, unit: 'calendar' }, CHINA).due).toBe('2026-02-24');
  });

  it('counts working days from the day after', () => {
    expect(countedPeriod({ from: '2025-01-24', n: 5, unit: 'working' }, CHINA).due).toBe('2025-02-07');
    expect(countedPeriod({ from: '2025-10-01', n: 1, unit: 'working' }, CHINA).due).toBe('2025-10-09');
  });

  it('gives the day itself, or the next working day, to a period of no days (当日办结)', () => {
    expect(countedPeriod({ from: '2025-09-28', n: 0, unit: 'working' }, CHINA).due).toBe('2025-09-28');
    expect(countedPeriod({ from: '2025-10-05', n: 0, unit: 'calendar' }, CHINA).due).toBe('2025-10-09');
  });

  it('is provisional where an unpublished year can still move it', () => {
    const provisional = (from: string, n: number, unit: 'calendar' | 'working') =>
      countedPeriod({ from, n, unit }, CHINA).provisional;
    expect(provisional('2026-12-20', 30, 'working')).toBe(true);
    expect(provisional('2026-12-20', 30, 'calendar')).toBe(true);
    expect(provisional('2026-11-02', 10, 'working')).toBe(false);
    // Calendar days pass over 2024, unknown here, without looking; working days have to count it.
    expect(provisional('2024-06-03', 300, 'calendar')).toBe(false);
    expect(provisional('2024-06-03', 300, 'working')).toBe(true);
  });

  it('refuses a count without an end in sight', () => {
    expect(periodCountSchema.safeParse({ from: '2025-01-01', n: 10_001, unit: 'working' }).success).toBe(false);
    expect(periodCountSchema.safeParse({ from: '2025-01-01', n: -1, unit: 'calendar' }).success).toBe(false);
  });

  it('ends on a working day and never before the days have passed', () => {
    const unit = fc.constantFrom('calendar' as const, 'working' as const);
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
