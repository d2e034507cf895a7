import { asPart, asSentence, joined } from './sentence-parts';

describe('sentences that are put together', () => {
  it('have one mark between two parts, whatever the parts end with', () => {
    expect(joined(['调整时限，理由：批复推迟。', '周澜申请'], '，')).toBe('调整时限，理由：批复推迟，周澜申请');
    expect(joined(['已整改', '同意。'], '，')).toBe('已整改，同意。');
    expect(asPart('资金未到位；')).toBe('资金未到位');
    expect(asPart('是否已经落实？')).toBe('是否已经落实？');
  });

  it('end before the next one begins', () => {
    expect(asSentence('按季度填报')).toBe('按季度填报。');
    expect(asSentence('按季度填报。')).toBe('按季度填报。');
    expect(asSentence('按季度填报；')).toBe('按季度填报。');
    expect(asSentence('')).toBe('');
  });
});
