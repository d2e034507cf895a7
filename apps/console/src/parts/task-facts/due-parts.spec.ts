import { eachPartOnce, partKey, partWords } from './due-parts';
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
