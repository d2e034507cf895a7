import { dayFault } from './day-fault';

describe('what is wrong with a day', () => {
  it('is nothing while none is chosen or one in the range is', () => {
    expect(dayFault(null, { earliest: '2026-11-30' })).toBeNull();
    expect(dayFault(undefined, {})).toBeNull();
    expect(dayFault('2026-11-30', { earliest: '2026-11-30', latest: '2026-11-30' })).toBeNull();
  });

  it('is a text that is no day', () => {
    expect(dayFault('年底', {})).toMatch(/^日期格式不对，请按 \d{4}-12-31 填写$/u);
    expect(dayFault('2026-02-30', {})).toContain('日期格式不对');
  });

  it('is a day outside the range, with the days that are allowed', () => {
    expect(dayFault('2026-11-29', { earliest: '2026-11-30' })).toBe('请填写 2026-11-30 或之后的日期');
    expect(dayFault('2026-11-30', { latest: '2026-11-29' })).toBe('请填写 2026-11-29 或之前的日期');
    expect(dayFault('2026-11-30', { earliest: '2026-11-01', latest: '2026-11-29' })).toBe(
      '请填写 2026-11-01 至 2026-11-29 的日期',
    );
    expect(dayFault('2026-11-30', { earliest: '2026-11-29', latest: '2026-11-29' })).toBe('只能填写 2026-11-29');
  });
});
