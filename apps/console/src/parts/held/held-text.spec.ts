import { aLane } from '../lanes.fixture';
import { heldText, holderLines } from './held-text';

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

describe('who holds a task', () => {
  const line = (change: object) =>
    holderLines(
      [{ kind: 'check', unit: null, since, due: '2025-03-17', remainingWorkingDays: 5, ...change }],
      [],
      '2025-03-17',
    )[0];

  it.each([
    [5, '还有 5 个工作日', false],
    [0, '今日到期', false],
    [-2, '逾期 2 个工作日', true],
  ])('is told with its day and %i working days left', (remainingWorkingDays, days, late) => {
    expect(line({ remainingWorkingDays })).toMatchObject({
      text: '核验：自 2025-03-03 起，应于 2025-03-17 前完成',
      days,
      late,
    });
  });

  it('is told by name for a unit, with or without a day', () => {
    expect(line({ kind: 'work', unit })?.text).toBe('市卫健局办理：自 2025-03-03 起，应于 2025-03-17 前完成');
    expect(line({ kind: 'work', unit, due: null, remainingWorkingDays: null })).toMatchObject({
      text: '市卫健局办理：自 2025-03-03 起',
      days: null,
    });
  });

  it('says that the day was over when a return brought it, and that everything is reported done', () => {
    expect(line({ kind: 'work', unit, due: '2025-01-31', remainingWorkingDays: -20 })?.text).toBe(
      '市卫健局办理：自 2025-03-03 起（原时限 2025-01-31 已过）',
    );
    const done = { claimed: false, limitId: 'L1', period: null, due: '2025-03-31' };
    const holder = { kind: 'work' as const, unit, since, due: null, remainingWorkingDays: null };
    const told = (change: object) => holderLines([holder], [aLane('1', '市卫健局', change)])[0]?.text;
    expect(told({ doneSince: [done], owed: [] })).toContain('可申请销号');
    expect(told({ doneSince: [done], owed: [done] })).toBe('市卫健局办理：自 2025-03-03 起');
  });

  it('is the office where nothing in the task has a date', () => {
    expect(line({ kind: 'review' })?.text).toBe(
      '没有带日期的未完成事项（自 2025-03-03 起），督查部门应于 2025-03-17 前查看',
    );
  });
});
