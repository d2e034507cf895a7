import { hasLamp, lampWord, stoppedWord } from './lamp-word';

describe('the word of a lamp', () => {
  it('is the lamp’s own while it burns, wherever the task stands', () => {
    const burning = ['late', 'near', 'normal', 'suspended'] as const;
    expect(burning.map((lamp) => lampWord(lamp, { status: 'underway' }))).toEqual(['逾期', '临期', '正常', '缓办']);
  });

  it('is none of a draft, which has no lamp', () => {
    expect([lampWord('normal', { status: 'draft' }), lampWord('normal')]).toEqual(['', '正常']);
    expect([hasLamp({ status: 'draft' }), hasLamp({ status: 'hung' }), hasLamp({})]).toEqual([false, true, true]);
  });

  it.each([
    ['voided', '已作废'],
    ['terminated', '已终止'],
    ['closed', '已销号'],
  ] as const)('of an ended task is its end: %s', (ending, word) => {
    expect(lampWord(ending, { status: ending })).toBe(word);
    expect(lampWord(ending)).toBe(word);
  });

  it.each([
    ['verified', '已完成'],
    ['closure-requested', '已申报完成'],
    ['underway', '已申报完成'],
    ['returned', '已申报完成'],
  ] as const)('of a limit that is out while its task goes on says what came of it: %s', (status, word) => {
    expect(lampWord('closed', { status })).toBe(word);
  });

  it('takes a limit that was verified for done while the task goes on', () => {
    expect(lampWord('closed', { status: 'returned', verified: true })).toBe('已完成');
  });
});

describe('a clock that stands', () => {
  it.each([
    ['closure-requested', '核验中，停止计时'],
    ['verified', '待销号，停止计时'],
    ['underway', null],
    ['closed', null],
  ] as const)('is explained while others look at the work: %s', (status, word) => {
    expect(stoppedWord(status)).toBe(word);
  });
});
