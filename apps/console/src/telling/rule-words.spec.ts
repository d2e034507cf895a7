import { policyVersionWord, rungWord } from './rule-words';

describe('rungs and versions of the rules in words', () => {
  it.each([
    ['remind-7', '到期前 7 个工作日'],
    ['due', '到期当日'],
    ['urge-2', '逾期 2 个工作日'],
    ['escalate-10-2', '逾期 10 个工作日'],
    ['notice-3', '重复提醒第 3 次'],
    ['first-letter', 'first-letter'],
  ])('the rung %s is %s, whatever days an office has chosen', (rungId, word) => {
    expect(rungWord(rungId)).toBe(word);
  });

  it.each([
    ['default-1', '全单位第 1 版'],
    ['office-2', '全单位第 2 版'],
    ['0192f0c1-0000-4000-8000-000000000001-3', '本台账第 3 版'],
    ['test', 'test'],
  ])('the version %s is %s', (version, word) => {
    expect(policyVersionWord(version)).toBe(word);
  });
});
