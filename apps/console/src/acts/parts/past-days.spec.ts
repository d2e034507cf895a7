import { pastDayFault, pastDaysBody, UNANSWERED } from './past-days';

const TODAY = '2021-09-15';

describe('a day that is over as a task is assigned', () => {
  it('is neither kept nor moved before somebody says which', () => {
    expect(pastDayFault(UNANSWERED, TODAY)).toBe('请选择重新确定，或保留原日期');
    expect(pastDayFault({ answer: 'move', due: null }, TODAY)).toBe('请填写新日期，或保留原日期');
    expect(pastDayFault({ answer: 'move', due: '2021-09-14' }, TODAY)).toBe('请填写 2021-09-15 或之后的日期');
    expect(pastDayFault({ answer: 'move', due: '月底' }, TODAY)).toContain('日期格式不对');
  });

  it('is sent as it was answered: a day typed before it was kept does not count', () => {
    const answers = {
      L1: { answer: 'move', due: '2021-10-31' },
      L2: { answer: 'keep', due: '2021-10-31' },
    } as const;
    for (const answer of Object.values(answers)) expect(pastDayFault(answer, TODAY)).toBeNull();
    expect(pastDaysBody([{ limitId: 'L1' }, { limitId: 'L2' }], answers)).toEqual([
      { limitId: 'L1', due: '2021-10-31' },
      { limitId: 'L2', due: null },
    ]);
  });
});
