import { clocksOf, heldText } from './held-text';

const unit = { unitId: '1', name: '市卫健局' };
const since = '2025-03-03T01:00:00.000Z';

describe('who had a task how long', () => {
  it('is told with the days of each', () => {
    const by = [
      { kind: 'work' as const, unit, workingDays: 12 },
      { kind: 'check' as const, unit: null, workingDays: 19 },
      { kind: 'assign' as const, unit: null, workingDays: 0 },
    ];
    expect(heldText({ from: '2025-10-23', by })).toBe(
      '自 2025-10-23 起：市卫健局办理 12 个工作日，核验 19 个工作日，督查部门交办 0 个工作日',
    );
    expect(heldText(null)).toBeNull();
  });
});

describe('by when a holder is to act', () => {
  it.each([
    [5, '核验应于 2025-03-17 前完成，还有 5 个工作日'],
    [0, '核验应于 2025-03-17 前完成，今日到期'],
    [-2, '核验应于 2025-03-17 前完成，逾期 2 个工作日'],
  ])('is told with %i working days left', (remainingWorkingDays, told) => {
    expect(clocksOf([{ kind: 'check', unit: null, since, due: '2025-03-17', remainingWorkingDays }])).toEqual([told]);
  });

  it('is told of the office where nothing in the task has a date', () => {
    const review = { kind: 'review' as const, unit: null, since, due: '2025-06-03', remainingWorkingDays: 60 };
    expect(clocksOf([review])).toEqual(['没有带日期的未完成事项，督查部门应于 2025-06-03 前查看，还有 60 个工作日']);
  });

  it('is not told of units at work, whose limits stand beside', () => {
    expect(clocksOf([{ kind: 'work', unit, since, due: '2025-06-30', remainingWorkingDays: 3 }])).toEqual([]);
  });
});
