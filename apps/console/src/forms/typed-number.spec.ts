import { typedNumber } from './typed-number';

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
  ])('is read from “%s”', (text, number) => {
    expect(typedNumber(text, '%')).toBe(number);
  });

  it.each(['', '-', '一半', '12个', '1,23', '1.2.3', '0x10', '1e3'])('is not read from “%s”', (text) => {
    expect(typedNumber(text, '%')).toBeNull();
  });

  it('may carry its unit', () => {
    expect(typedNumber('33.1万人', '万人')).toBe(33.1);
    expect(typedNumber('33.1%', '万人')).toBeNull();
  });
});
