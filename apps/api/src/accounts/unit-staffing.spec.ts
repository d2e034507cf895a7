import { staffingOfUnits } from './unit-staffing';

const post = (unitId: string, accountId: string, role: 'reporter' | 'unit-head') => ({ unitId, accountId, role });

describe('how far units can act by themselves', () => {
  const posts = [
    post('health', 'a', 'reporter'),
    post('health', 'b', 'unit-head'),
    post('finance', 'c', 'reporter'),
    post('insurance', 'd', 'unit-head'),
  ];

  it('follows from the posts of people who can sign in: a unit whose only account is disabled can do nothing', () => {
    expect(staffingOfUnits(posts, new Set(['a', 'b', 'c']))).toEqual([
      { unitId: 'health', staffing: 'able' },
      { unitId: 'finance', staffing: 'no-head' },
    ]);
    expect(staffingOfUnits(posts, new Set(['a']))).toEqual([{ unitId: 'health', staffing: 'no-head' }]);
    expect(staffingOfUnits(posts, new Set())).toEqual([]);
  });
});
