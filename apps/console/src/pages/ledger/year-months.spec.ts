import { barHeight, clipped, monthsOf, yearAtHand } from './year-months';

describe('the months of a year', () => {
  test('are twelve, each with its own end', () => {
    const months = monthsOf(2024);
    expect(months).toHaveLength(12);
    expect(months[1]).toEqual({ month: 2, from: '2024-02-01', to: '2024-02-29' });
    expect(months[11]?.to).toBe('2024-12-31');
  });

  test('are cut to the days that a filter leaves', () => {
    const june = monthsOf(2021)[5]!;
    expect(clipped(june, null, null)).toEqual(june);
    expect(clipped(june, '2021-06-10', '2021-07-01')).toEqual({ month: 6, from: '2021-06-10', to: '2021-06-30' });
    expect(clipped(june, '2021-07-01', null)).toBeNull();
    expect(clipped(june, null, '2021-05-31')).toBeNull();
  });
});

test('the year begins with what falls due next, then with what is late, then with today', () => {
  expect(yearAtHand('2022-03-01', '2021-06-30', '2026-01-01')).toBe(2022);
  expect(yearAtHand(null, '2021-06-30', '2026-01-01')).toBe(2021);
  expect(yearAtHand(null, null, '2026-01-01')).toBe(2026);
});

test('a bar is in proportion, and seen wherever there is something', () => {
  expect([barHeight(0, 10), barHeight(10, 10), barHeight(5, 10), barHeight(1, 1_000), barHeight(0, 0)]).toEqual([
    0, 100, 50, 4, 0,
  ]);
});
