import { typedDay } from './typed-day';

const TODAY = '2026-11-29';
const read = (text: string, toCome = false) => typedDay(text, { today: TODAY, toCome });

describe('a typed day', () => {
  it.each([
    '2026-12-31',
    '2026/12/31',
    '2026.12.31',
    '2026年12月31日',
    '2026年12月31号',
    '2026年12月31',
    '20261231',
    '12-31',
    '12/31',
    '12.31',
    '12月31日',
    ' 2026 - 12 - 31 ',
    '２０２６－１２－３１',
    '２０２６／１２／３１',
    '２０２６．１２．３１',
    '２０２６年１２月３１日',
    '２０２６１２３１',
    '2026—12—31',
    '2026。12。31',
  ])('is read from “%s”', (text) => {
    expect(read(text)).toBe('2026-12-31');
  });

  it('needs no leading zeros', () => {
    expect(read('2026-1-5')).toBe('2026-01-05');
    expect(read('2026年3月5日')).toBe('2026-03-05');
    expect(read('3/5')).toBe('2026-03-05');
  });

  it.each([
    '',
    '年底',
    '2026',
    '2026-12',
    '2026-13-01',
    '2026-02-29',
    '02-30',
    '1231',
    '2026-12-31-1',
    '12',
    '12月',
    '2026年',
  ])('is not read from “%s”', (text) => {
    expect(read(text)).toBeNull();
    expect(read(text, true)).toBeNull();
  });

  it('without a year is of this one, also when it has passed', () => {
    expect(read('3-5')).toBe('2026-03-05');
  });

  it('without a year is of the next one where a day to come is asked for and this one has passed', () => {
    expect(read('3-5', true)).toBe('2027-03-05');
    expect(read('11-29', true)).toBe('2026-11-29');
    expect(read('12-31', true)).toBe('2026-12-31');
  });

  it('keeps its year where a day to come is asked for', () => {
    expect(read('2025-12-31', true)).toBe('2025-12-31');
  });

  it('of a leap year is found in the next one', () => {
    expect(typedDay('2-29', { today: '2027-06-01', toCome: true })).toBe('2028-02-29');
    expect(typedDay('2-29', { today: '2027-06-01', toCome: false })).toBeNull();
  });
});
