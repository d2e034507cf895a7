import { closedText, completionText } from './completion-text';

describe('a completion', () => {
  it('is told with the stated day and the recorded one', () => {
    const completion = { key: '1', unitName: '市卫健局', done: '填报完成日 2021-06-30', recordedOn: '2021-07-20' };
    expect(completionText({ ...completion, name: '2021年第2季度' })).toBe(
      '2021年第2季度 市卫健局：填报完成日 2021-06-30，记录于 2021-07-20',
    );
    expect(completionText({ ...completion, name: '' })).toBe('市卫健局：填报完成日 2021-06-30，记录于 2021-07-20');
  });
});

describe('the end of a closed task', () => {
  const limit = (daysLate: number) => ({
    done: { on: '2021-12-10', recordedOn: '2021-12-10', daysLate, claimedByRequest: false },
  });

  it('tells the day, and by how much its work was late, as a fact of the past', () => {
    expect(closedText('2021-12-20', [{ done: null }, limit(0)])).toBe('2021-12-20 销号');
    expect(closedText('2021-12-20', [limit(1), limit(3)])).toBe('2021-12-20 销号（逾期 3 个工作日完成）');
  });
});
