import { compileCalendar } from '#domain';
import { specialDaysOfYear } from './special-days';
import { chinaCalendar } from './china-calendar';

const china = compileCalendar(chinaCalendar());

describe('specialDaysOfYear', () => {
  it('lists the holidays and working weekends of 2021 with their festivals', () => {
    const { provisional, days, year, region } = specialDaysOfYear(china, 2021);
    expect({ provisional, year, region }).toEqual({ provisional: false, year: 2021, region: 'CN' });
    expect(days.slice(0, 2)).toEqual([
      { day: '2021-01-01', kind: 'holiday', name: '元旦' },
      { day: '2021-02-07', kind: 'workday', name: '春节' },
    ]);
    expect(days.at(-1)).toEqual({ day: '2021-10-09', kind: 'workday', name: '国庆节' });
    expect(days.filter(({ kind }) => kind === 'workday').map(({ day }) => day)).toEqual([
      '2021-02-07',
      '2021-02-20',
      '2021-04-25',
      '2021-05-08',
      '2021-09-18',
      '2021-09-26',
      '2021-10-09',
    ]);
  });

  it('marks a year as provisional while its arrangement is not published', () => {
    expect(specialDaysOfYear(china, 2999)).toMatchObject({ provisional: true, days: [] });
  });

  it('lists days that an office has set itself without a festival', () => {
    const years = { '2021': { off: ['2021-03-03'], work: ['2021-03-06'], provisional: true } };
    const own = compileCalendar({ version: 'office-1', region: 'CN-530000', years });
    expect(specialDaysOfYear(own, 2021)).toEqual({
      version: 'office-1',
      region: 'CN-530000',
      year: 2021,
      provisional: true,
      days: [
        { day: '2021-03-03', kind: 'holiday', name: null },
        { day: '2021-03-06', kind: 'workday', name: null },
      ],
    });
  });
});
