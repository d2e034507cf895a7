import { completionText } from './completion-text';

describe('a completion', () => {
  it('is told with the stated day and the recorded one', () => {
    const completion = { key: '1', unitName: '市卫健局', done: '填报完成日 2021-06-30', recordedOn: '2021-07-20' };
    expect(completionText({ ...completion, name: '2021年第2季度' })).toBe(
      '2021年第2季度 市卫健局：填报完成日 2021-06-30，记录于 2021-07-20',
    );
    expect(completionText({ ...completion, name: '' })).toBe('市卫健局：填报完成日 2021-06-30，记录于 2021-07-20');
  });
});
