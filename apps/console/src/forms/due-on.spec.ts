import { dueOnOf, monthsWithin } from './due-on';

describe('the day within a period', () => {
  test.each([
    ['daily', 0],
    ['monthly', 1],
    ['quarterly', 3],
    ['half-yearly', 6],
    ['yearly', 12],
    ['every-2-years', 24],
    ['every-5-years', 36],
  ] as const)('%s has %i months to choose from', (every, months) => {
    expect(monthsWithin(every)).toHaveLength(months);
  });

  test('the end of a month is the period itself', () => {
    expect(dueOnOf(1, null, 1)).toBeNull();
    expect(dueOnOf(1, 15, 1)).toEqual({ month: 1, day: 15 });
    expect(dueOnOf(2, null, 3)).toEqual({ month: 2, day: null });
  });
});
