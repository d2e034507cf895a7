import { compileCalendar } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { distinctDeadlines, readDeadlines } from './deadline.pass';
import { type DeadlineBase } from './deadline.types';
import { normalise } from './normalise.pass';
import { type DeadlineReading } from './reading.types';

/** Knows 2025 alone: 1 to 8 October are off. */
const calendar = compileCalendar(SAMPLE_CALENDAR);
const BASE: DeadlineBase = { year: 2021, date: '2021-11-25', calendar };

function issuedOn(date: string | null): DeadlineBase {
  return { ...BASE, date };
}

function read(text: string, base: DeadlineBase = BASE, schedule = false): DeadlineReading[] {
  return distinctDeadlines(readDeadlines(normalise(text), { start: 0, end: text.length }, base, schedule));
}

function brief(text: string, base: DeadlineBase = BASE, schedule = false): string[] {
  return read(text, base, schedule).map(({ text: words, due, recurrence }) => `${words}=${recurrence ?? due ?? '?'}`);
}

describe('readDeadlines', () => {
  it.each<[string, string[]]>([
    ['2021年6月30日前完成验收', ['2021年6月30日前=2021-06-30']],
    ['到2021年底前建成平台', ['到2021年底前=2021-12-31']],
    ['年底前建成平台，明年6月底前推广', ['年底前=2021-12-31', '明年6月底前=2022-06-30']],
    ['2024年2月底前报送', ['2024年2月底前=2024-02-29']],
    ['10月中旬前完成', ['10月中旬前=2021-10-20']],
    ['上半年完成评估', ['上半年=2021-06-30']],
    ['2022年第三季度末完成评估', ['2022年第三季度末=2022-09-30']],
    [
      '二〇二二年六月底前完成，二〇二二年十二月三十一日前验收',
      ['二〇二二年六月底前=2022-06-30', '二〇二二年十二月三十一日前=2022-12-31'],
    ],
    ['二〇二二年底前完成', ['二〇二二年底前=2022-12-31']],
    ['力争2023年建成，2024年全面推广', ['2023年=2023-12-31', '2024年=2024-12-31']],
    ['2022年6月底前制定办法，12月底前实施', ['2022年6月底前=2022-06-30', '12月底前=2022-12-31']],
    ['2021-12-31前上报', ['2021-12-31前=2021-12-31']],
    ['到“十四五”末全面建成', ['到“十四五”末=2025-12-31']],
    ['2021年至2023年引进人才', ['2021年至2023年=2023-12-31']],
    [
      '每季度调度一次，每年2月底前报送，每两年评估一次',
      ['每季度=quarterly', '每年2月底前=yearly', '每两年=every-2-years'],
    ],
    ['每2～3年轮训一遍', ['每2～3年=every-2-to-3-years']],
    ['每两个月调度，每两个季度通报', ['每两个月=every-2-months', '每两个季度=every-6-months']],
    ['每两季度通报，每两个半年督查', ['每两季度=every-6-months', '每两个半年=every-12-months']],
    ['每2-3季度通报，每1季度调度，每一年评估', ['每2-3季度=every-6-to-9-months', '每1季度=quarterly', '每一年=yearly']],
    ['按月通报，每半年督查', ['按月=monthly', '每半年=half-yearly']],
    ['通知印发之日起30日内出台细则', ['印发之日起30日内=2021-12-27']],
    ['印发后10个工作日内出台细则', ['印发后10个工作日内=2021-12-09']],
    ['印发后两周内出台细则', ['印发后两周内=2021-12-09']],
    ['印发后1年内出台细则', ['印发后1年内=2022-11-25']],
    ['印发后3个月内出台细则', ['印发后3个月内=2022-02-25']],
    ['5年内培养人才', ['5年内=?']],
    ['2020年起实行新制度，自2021年10月1日起施行', []],
    ['落实2023年培训计划，完成2020年职称评审', []],
    ['落实《2021年底前攻坚方案》', []],
    ['将换证用时压缩至3个工作日内', []],
    ['对近3年内的项目开展评估，每人每年享受一次', []],
    ['开展24小时值班，做好65岁以上老人体检', []],
  ])('reads %s as %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('reads no day out of a date that does not exist', () => {
    expect(read('2021年2月30日前上报，2021年13月底前完成')).toMatchObject([
      { due: null, doubts: [expect.stringContaining('不存在')] },
      { due: null, doubts: [expect.stringContaining('不存在')] },
    ]);
  });

  it('keeps both readings of 2023年前 and 6月前', () => {
    expect(read('2023年前建成，6月前完成招标')).toMatchObject([
      { due: '2022-12-31', dueAlternatives: ['2023-12-31'] },
      { due: '2023-05-31', dueAlternatives: ['2023-06-30'] },
    ]);
  });

  it('doubts a year that the words do not name, and says where it comes from', () => {
    expect(read('年底前完成')[0]?.doubts).toEqual(['未写明年份，按文件年份 2021 年理解']);
    expect(read('年底前完成', { ...BASE, year: null, date: null })[0]).toMatchObject({
      due: null,
      doubts: [expect.stringContaining('未写明年份')],
    });
  });

  it('moves the end of a counted period to the next working day and says so', () => {
    expect(read('印发之日起30日内报送', issuedOn('2025-09-05'))[0]).toMatchObject({
      due: '2025-10-09',
      relative: true,
      doubts: ['从成文日期 2025-09-05 起算', '最后一日 2025-10-05 休息，顺延至 2025-10-09'],
    });
    expect(read('印发后3个月内报送', issuedOn('2025-07-05'))[0]?.due).toBe('2025-10-09');
  });

  it('counts working days by the calendar', () => {
    expect(read('印发之日起5个工作日内报送', issuedOn('2025-09-26'))[0]).toMatchObject({
      due: '2025-10-10',
      relative: true,
      doubts: ['从成文日期 2025-09-26 起按工作日计算'],
    });
  });

  it('doubts a day in a year that the calendar does not know', () => {
    expect(read('印发之日起30日内报送', issuedOn('2025-12-10'))[0]).toMatchObject({
      due: '2026-01-09',
      doubts: ['从成文日期 2025-12-10 起算', expect.stringContaining('没有这段时间的放假安排')],
    });
  });

  it('counts nothing from a signing date that is missing, nor beyond the years of the calendar', () => {
    expect(read('印发之日起30日内报送', issuedOn(null))[0]).toMatchObject({ due: null, relative: true });
    expect(read('印发之日起999年内报送')[0]).toMatchObject({ due: null, doubts: [expect.stringContaining('2999年')] });
  });

  it('keeps the day inside the year of a yearly duty', () => {
    expect(read('每年3月底前公布，每年9月10日前报送').map((found) => found.dueOn)).toEqual([
      { month: 3, day: null },
      { month: 9, day: 10 },
    ]);
  });

  it.each([
    ['每月5日前报送', 'monthly', { month: 1, day: 5 }],
    ['每月底前报送', 'monthly', null],
    ['每周五前报送', 'weekly', { month: 1, day: 5 }],
    ['每周日报送', 'weekly', { month: 1, day: 7 }],
    ['每周三次巡查', 'weekly', null],
    ['每季度末月20日前报送', 'quarterly', { month: 3, day: 20 }],
    ['每季度第一个月10日前通报', 'quarterly', { month: 1, day: 10 }],
    ['每季度最后一个月底前通报', 'quarterly', { month: 3, day: null }],
    ['每季度末报送', 'quarterly', null],
    ['每半年首月15日前报送', 'half-yearly', { month: 1, day: 15 }],
  ] as const)('keeps the day inside each period: %s', (words, recurrence, dueOn) => {
    expect(read(words)).toMatchObject([{ recurrence, dueOn }]);
  });

  it('reads bare months as limits in a schedule column only', () => {
    expect(brief('3-10月：组织实践，11月：认定', BASE, true)).toEqual(['3-10月=2021-10-31', '11月=2021-11-30']);
    expect(brief('3月：启动', BASE)).toEqual([]);
    expect(brief('全年：组织参赛', BASE, true)).toEqual(['全年=2021-12-31']);
  });

  it('keeps the part of the sentence that says what is due', () => {
    expect(read('修订预案。2021年9月底前完成演练，报送总结。其他')[0]?.matter.text).toBe(
      '2021年9月底前完成演练，报送总结',
    );
  });
});
