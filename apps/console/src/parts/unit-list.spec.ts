import { readUnitList } from './unit-list';

describe('a pasted list of units', () => {
  test('one a line, blanks and repetitions left out', () => {
    expect(readUnitList(' 市医保局 \r\n\n市财政局\n市医保局\n')).toEqual({
      names: ['市医保局', '市财政局'],
      repeated: 1,
      tooLong: [],
    });
  });

  test('a sheet with numbers gives the names', () => {
    const { names } = readUnitList('1\t市医保局\t牵头\n2.\t市财政局\n（3）市教育局\n4. 市数据局');
    expect(names).toEqual(['市医保局', '市财政局', '市教育局', '市数据局']);
  });

  test('several in one line are divided', () => {
    expect(readUnitList('市医保局、市财政局；市教育局').names).toEqual(['市医保局', '市财政局', '市教育局']);
  });

  test('what is no name is said', () => {
    expect(readUnitList('长'.repeat(101)).tooLong).toHaveLength(1);
    expect(readUnitList('12\n\t\n').names).toEqual([]);
  });
});
