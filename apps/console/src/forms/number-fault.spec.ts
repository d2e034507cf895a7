import { numberFault } from './number-fault';

describe('what is wrong with a number', () => {
  it('is nothing while there is none or one in the range', () => {
    expect(numberFault(null, { min: 0 })).toBeNull();
    expect(numberFault(undefined, {})).toBeNull();
    expect(numberFault(0, { min: 0, max: 100 })).toBeNull();
    expect(numberFault(-5, {})).toBeNull();
  });

  it('is a text that is no number, and a number outside the range', () => {
    expect(numberFault(NaN, {})).toBe('请填写数字，例如 96.5');
    expect(numberFault(120, { min: 0, max: 100 })).toBe('请填写 0 至 100 的数');
    expect(numberFault(-5, { min: 0 })).toBe('请填写不小于 0 的数');
    expect(numberFault(1e308, {})).toBe('数字太大，请核对');
    expect(numberFault(-1e308, { min: 0 })).toBe('数字太大，请核对');
    expect(numberFault(7, { max: 5 })).toBe('请填写不大于 5 的数');
  });
});
