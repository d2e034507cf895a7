import { aWeekFrom } from './a-week-from';

test.each([
  ['2021-06-01', '2021-06-08'],
  ['2021-06-05', '2021-06-14'],
  ['2021-06-06', '2021-06-14'],
  ['2021-12-27', '2022-01-03'],
])('a week from %s is %s', (day, later) => {
  expect(aWeekFrom(day)).toBe(later);
});
