import fc from 'fast-check';
import { addDays } from '../calendar';
import { anyCalendar, anyDay } from '../calendar/testing/calendar-arbitraries';
import { CHINA } from '../calendar/testing/china-years';
import { lampOf, remainingWorkingDays, type LampInput } from '.';

const lamp = (today: string, change: Partial<LampInput> = {}) =>
  lampOf({ due: '2025-10-10', today, done: false, suspended: false, ...change }, CHINA);

describe('lamp', () => {
  it.each([
    ['2025-09-28', 'normal', 4],
    ['2025-09-29', 'near', 3],
    ['2025-10-05', 'near', 2],
    ['2025-10-10', 'near', 0],
    ['2025-10-11', 'late', -1],
    ['2025-10-12', 'late', -1],
    ['2025-10-17', 'late', -6],
  ])('on %s is %s with %i working days left', (today, expected, left) => {
    expect(lamp(today)).toBe(expected);
    expect(remainingWorkingDays(today, '2025-10-10', CHINA)).toBe(left);
  });

  it('is late on the day after a named date that is off, though no working day has gone', () => {
    expect(lamp('2025-10-05', { due: '2025-10-05' })).toBe('near');
    expect(lamp('2025-10-06', { due: '2025-10-05' })).toBe('late');
    expect(Object.is(remainingWorkingDays('2025-10-06', '2025-10-05', CHINA), 0)).toBe(true);
  });

  it('is out when done, stands still when suspended, and has nothing to say without a date', () => {
    expect(lamp('2025-12-01', { done: true, suspended: true })).toBe('closed');
    expect(lamp('2025-12-01', { suspended: true })).toBe('suspended');
    expect(lamp('2025-12-01', { due: null })).toBe('normal');
  });

  it('only ever goes from normal to near to late', () => {
    const order = ['normal', 'near', 'late'];
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -30, max: 30 }), (calendar, due, shift) => {
        const on = (today: string) => order.indexOf(lampOf({ due, today, done: false, suspended: false }, calendar));
        const today = addDays(due, shift);
        expect(on(today)).toBeGreaterThanOrEqual(0);
        expect(on(addDays(today, 1))).toBeGreaterThanOrEqual(on(today));
      }),
    );
  });
});
