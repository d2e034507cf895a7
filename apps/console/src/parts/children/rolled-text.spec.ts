import { indicatorText, progressText, standingText } from './rolled-text';

const beds = { name: '新增床位', unit: '张' };

describe('what children add up to', () => {
  it('says the figure, the rule and of how many it is', () => {
    expect(progressText('average', { value: 62, from: 3, of: 5 })).toBe('平均进度 62%（3/5 个子任务已报）');
    expect(progressText('all', { value: 40, from: 2, of: 5 })).toBe('已销号 2/5 个子任务（40%）');
    expect(indicatorText(beds, 'sum', { value: 120, from: 2, of: 3 })).toBe('新增床位：合计 120张（2/3 个子任务已报）');
    expect(indicatorText(beds, 'average', { value: 60, from: 2, of: 3 })).toBe(
      '新增床位：平均 60张（2/3 个子任务已报）',
    );
    expect(indicatorText(beds, 'all', { value: 1, from: 1, of: 3 })).toBe('新增床位：1/3 个子任务达标');
    expect(indicatorText(beds, 'all', { value: 1, from: 1, of: 2, approximate: 1 })).toBe(
      '新增床位：1/2 个子任务达标，另 1 个为约数目标，由人判定',
    );
    expect(indicatorText(beds, 'all', { value: 0, from: 0, of: 0, approximate: 2 })).toBe(
      '新增床位：2 个子任务为约数目标，由人判定',
    );
  });

  it('says that nothing was told yet', () => {
    expect(progressText('average', { value: null, from: 0, of: 2 })).toBe('还没有填报进度（0/2 个子任务已报）');
    expect(indicatorText(beds, 'sum', { value: null, from: 0, of: 2 })).toBe(
      '新增床位：还没有数据（0/2 个子任务已报）',
    );
  });

  it('says how each has ended: a terminated child is not a closed one', () => {
    const tasks = (['closed', 'voided', null, null] as const).map((ended) => ({ ended, standing: null }));
    expect(standingText(tasks)).toBe('共 4 项，已销号 1 项，已作废 1 项，未结束 2 项');
  });

  it('says where those stand that go on', () => {
    const tasks = (['underway', 'assigned', 'assigned'] as const).map((status) => ({
      ended: null,
      standing: { status },
    }));
    expect(standingText(tasks)).toBe('共 3 项，待签收 2 项，办理中 1 项');
  });
});
