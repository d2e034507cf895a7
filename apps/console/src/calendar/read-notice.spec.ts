import { calendarYearOf } from '#domain';
import { readNotice } from './read-notice';

/** The notice for 2026 (国办发明电〔2025〕7号), as published. */
const NOTICE_2026 = `经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

describe('the text of a holiday notice', () => {
  test('a whole notice becomes the year', () => {
    const { off, work } = readNotice(NOTICE_2026, 2026);
    expect(calendarYearOf(2026, off, work)).toEqual({
      off: [
        ...['2026-01-01', '2026-01-02'],
        ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
        ...['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'],
        ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      ],
      work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      provisional: false,
    });
  });

  test('a holiday over the end of a year belongs to both', () => {
    const { off, work } = readNotice('2023年12月30日至2024年1月1日放假，1月2日上班', 2024);
    expect(off).toEqual(['2023-12-30', '2023-12-31', '2024-01-01']);
    expect(work).toEqual(['2024-01-02']);
  });

  test('both kinds in one sentence are told apart', () => {
    const { off, work } = readNotice('4月5日放假，4月7日补休，4月12日（周日）上班', 2027);
    expect(off).toEqual(['2027-04-05', '2027-04-07']);
    expect(work).toEqual(['2027-04-12']);
  });

  test.each(['', '请各单位做好值班工作', '13月1日放假', '2月30日放假', '1月1日至12月31日放假', '3日放假'])(
    'nothing is made of %j',
    (text) => {
      expect(readNotice(text, 2027)).toEqual({ off: [], work: [] });
    },
  );
});
