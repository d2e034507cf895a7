import { momentInShanghai, timeInShanghai } from './moment';
import { periodWord, rhythmWord } from './rhythm';

describe('rhythms in words', () => {
  it.each([
    ['2021', '2021年'],
    ['2021-2025', '2021至2025年'],
    ['2021-W27', '2021年第27周'],
    ['2021-Q3', '2021年第3季度'],
    ['2021-H1', '2021年上半年'],
    ['2021-07', '2021年7月'],
    ['2021-07-05', '2021-07-05'],
  ])('says period %s', (id, word) => {
    expect(periodWord(id)).toBe(word);
  });

  it.each([
    ['daily', { month: 1, day: 1 }, '每日'],
    ['weekly', { month: 1, day: 5 }, '每周，周五前'],
    ['monthly', { month: 1, day: 25 }, '每月，25 日前'],
    ['monthly', { month: 1, day: null }, '每月，月末前'],
    ['quarterly', { month: 3, day: 15 }, '每季度，期内第 3 个月15 日前'],
    ['yearly', { month: 12, day: 20 }, '每年，12 月20 日前'],
    ['every-3-years', null, '每3年'],
    ['every-3-to-5-years', null, '每3至5年'],
  ] as const)('says %s', (every, dueOn, word) => {
    expect(rhythmWord(every, dueOn)).toBe(word);
  });

  it('shows moments in Shanghai', () => {
    expect(momentInShanghai('2021-09-30T16:05:09.000Z')).toBe('2021-10-01 00:05:09');
    expect(timeInShanghai('2021-09-30T16:05:09.000Z')).toBe('00:05');
  });
});
