import { blockingProblem } from './blocking-problem';
import { Problem } from './problem';

const lost = new Problem('OFFLINE', '没有连上服务器');

describe('what keeps a page from being shown', () => {
  it('is a read that failed before anything came', () => {
    expect(blockingProblem({ data: 1, error: null }, { data: undefined, error: lost })).toBe(lost);
  });

  it('is nothing while what was read before is there, or is still on its way', () => {
    expect(blockingProblem({ data: 1, error: lost }, { data: undefined, error: null })).toBeNull();
  });
});
