import { calendarYearOf, workCalendarSchema } from '.';
import { CHINA_2025_2026 } from './testing/china-years';

const calendar = (off: string[], work: string[]) => ({
  version: 'v',
  region: 'CN',
  years: { '2025': { off, work, provisional: false } },
});

describe('work calendar', () => {
  it('accepts the arrangement of real years', () => {
    expect(workCalendarSchema.parse(CHINA_2025_2026)).toEqual(CHINA_2025_2026);
  });

  it.each([
    ['a weekend day that is off anyway', calendar(['2025-10-04'], []), '周末'],
    ['a weekday that works anyway', calendar([], ['2025-10-10']), '工作日'],
    ['a day of another year', calendar(['2026-01-01'], []), '不属于2025年'],
    ['a day listed twice', calendar(['2025-10-01', '2025-10-01'], []), '重复'],
    ['a day that does not exist', calendar(['2025-02-30'], []), '不存在'],
    ['a year that is none', { ...calendar([], []), years: { 'year 1': { off: [], work: [], provisional: true } } }, ''],
  ])('refuses %s', (_, value, message) => {
    const result = workCalendarSchema.safeParse(value);
    expect(result.success).toBe(false);
    expect(result.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  it('drops from a notice what plain weekends already say', () => {
    const year = calendarYearOf(
      2025,
      ['2025-10-03', '2025-10-04', '2025-10-01', '2026-01-01'],
      ['2025-10-11', '2025-10-10'],
    );
    expect(year).toEqual({ off: ['2025-10-01', '2025-10-03'], work: ['2025-10-11'], provisional: false });
  });
});
