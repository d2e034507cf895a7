import { eachPartOnce, partDayWords, partKey, partWords } from './due-parts';
import { aLimit } from './limit.fixture';

const dated = { limitId: 'L1', period: null, due: '2021-09-30' };
const august = { limitId: 'L2', period: '2021-08', due: '2021-08-31' };

describe('parts of a task that fall due', () => {
  const limits = [aLimit('L1', '出台实施方案'), aLimit('L2', '召开会商会')];

  it('are called by their limit and period', () => {
    expect(partWords(dated, { limits })).toBe('出台实施方案');
    expect(partWords(august, { limits })).toBe('2021年8月 召开会商会');
    expect(partWords({ ...dated, limitId: 'L9' }, { limits })).toBe('时限');
  });

  it('are told apart by limit and period', () => {
    expect([dated, august].map(partKey)).toEqual(['L1', 'L2/2021-08']);
    expect(eachPartOnce([dated, august, { ...august }])).toEqual([dated, august]);
  });
});

describe('the day of a part', () => {
  it('stands with the end of its period where it is another one', () => {
    expect(partDayWords({ period: '2026-12', due: '2026-12-31' }, 'monthly')).toBe('2026-12-31 到期');
    expect(partDayWords({ period: '2026-12', due: '2026-12-09' }, 'monthly')).toBe(
      '2026-12-09 到期（早于期末 2026-12-31）',
    );
    // Moved by itself, it may lie after the period: the period before it says which one it is.
    expect(partDayWords({ period: '2026-11', due: '2026-12-09' }, 'monthly')).toBe('2026-12-09 到期');
    expect(partDayWords({ period: null, due: '2026-12-09' }, null)).toBe('2026-12-09 到期');
  });
});
