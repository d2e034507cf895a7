import { doneTodayOf, standingWordsOf } from './next-step';

describe('what an act did, in the row of its task', () => {
  it('says on the day that the task was urged, and nothing on the next one', () => {
    const row = { lastUrgedOn: '2026-09-16', lastInstructedOn: null } as const;
    expect(doneTodayOf(row, '2026-09-16')).toEqual(['今天已催办']);
    expect(doneTodayOf(row, '2026-09-17')).toEqual([]);
    expect(doneTodayOf({ ...row, lastInstructedOn: '2026-09-16' }, '2026-09-16')).toEqual(['今天已催办', '今天已批示']);
    const standing = { ...row, status: 'underway', suspendedUntil: null, childCount: null } as const;
    expect(standingWordsOf(standing, '2026-09-16')).toBe(`今天已催办，${standingWordsOf(standing, '2026-09-17')}`);
    expect(doneTodayOf({ lastUrgedOn: null, lastInstructedOn: null }, '2026-09-17')).toEqual([]);
  });
});
