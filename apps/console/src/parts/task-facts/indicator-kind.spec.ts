import { leastTarget, usualRule } from './indicator-kind';

const of = (name: string, unit: string) => ({ name, unit });

describe('the kind of an indicator', () => {
  it.each(['次', '个', '家', '项', '万元', '张', '人次', '平方米', ''])('adds up what is counted: %s', (unit) => {
    expect(usualRule(of('新增数量', unit))).toBe('sum');
  });

  it.each([
    ['参保率', '%'],
    ['参保率', '％'],
    ['提高幅度', '个百分点'],
    ['平均住院日', '天'],
    ['群众满意度', '分'],
    ['人均经费', '元/人'],
    ['床位使用率', ''],
  ])('averages shares and levels: %s %s', (name, unit) => {
    expect(usualRule(of(name, unit))).toBe('average');
  });

  it('has no negative target but for changes, balances and temperatures, and where nothing is known', () => {
    expect([leastTarget(of('新增床位', '张')), leastTarget(of('参保率', '%')), leastTarget(of('培训', '次'))]).toEqual([
      0, 0, 0,
    ]);
    const below = [of('费用增幅', '%'), of('冷库温度', '℃'), of('收支结余', '万元'), of('景气', '')];
    expect(below.map(leastTarget)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
