import { AGGREGATES } from '#domain';
import { HOME_WORDS } from '../../words/home.words';
import { countsOf, DAYS, DECISIVE } from './decisive-records';

const of = (...types: readonly string[]) => types.map((type) => ({ type }));

describe('what an auditor reads first', () => {
  it('is made of kinds of events that there are', () => {
    const known = new Set(Object.values(AGGREGATES).flatMap(({ events }) => Object.keys(events)));
    expect(DECISIVE.filter((type) => !known.has(type))).toEqual([]);
  });

  it('counts what was decided for good and who may act since, and tells it in one sentence', () => {
    const counts = countsOf(of('post.granted', 'task.closed', 'task.voided', 'task.closed', 'account.password-reset'));
    expect(HOME_WORDS.auditor.counted(DAYS, counts, false)).toBe(
      '最近 30 天：销号 2 项，终止或作废 1 项，岗位和口令变动 2 次。',
    );
  });

  it('says where there was more than is counted', () => {
    expect(HOME_WORDS.auditor.counted(DAYS, countsOf(of('task.closed')), true)).toContain('仅列最新 200 条');
    expect(countsOf([])).toEqual([]);
  });
});
