import { saysAbout, typedNumber } from './typed-number';

describe('a typed number', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    ['３．５', 3.5],
    ['－５', -5],
    ['−5', -5],
    ['.5', 0.5],
    ['3。5', 3.5],
    ['1,234,567.8', 1_234_567.8],
    ['１，２３４', 1234],
    [' 60 ％ ', 60],
    ['120', 120],
    ['约96.5％', 96.5],
    ['大约 ９６．５%', 96.5],
    ['96.5％左右', 96.5],
    ['约96.5', 96.5],
  ])('is read from “%s”', (text, number) => {
    expect(typedNumber(text, '%')).toBe(number);
  });

  it('says whether it is exact, so that 约 is told and not dropped', () => {
    expect(['约96.5％', '96.5%左右', '96.5％', '约'].map(saysAbout)).toEqual([true, true, false, true]);
  });

  it.each(['约', '', '-', '一半', '12个', '1,23', '1.2.3', '0x10', '1e3'])('is not read from “%s”', (text) => {
    expect(typedNumber(text, '%')).toBeNull();
  });

  it('may carry its unit', () => {
    expect(typedNumber('33.1万人', '万人')).toBe(33.1);
    expect(typedNumber('33.1%', '万人')).toBeNull();
  });
});
